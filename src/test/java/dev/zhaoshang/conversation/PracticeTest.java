package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.CardOutcome;
import dev.zhaoshang.domain.CardShown;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Practised;
import dev.zhaoshang.domain.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Practising objections, from the front door. */
class PracticeTest extends AtTheBench {

  private static final String GOOD = "没有客户嫌便宜，我们不打价格战，讲性价比，高中低三个价位您挑";

  private static final String FIRM = "再降真没有，您算算一盒落多少";

  @Test
  void a_good_answer_is_pressed_once_and_then_passes_and_the_rep_is_back_at_the_question() {
    bench.say(rep, "王建国 13812345678");
    assertThat(ids(bench.say(rep, "/practice 价格"))).containsExactly("practice.raised");
    assertThat(bench.session(rep).position().state()).isEqualTo(States.PRACTICE);
    assertThat(ids(bench.say(rep, GOOD))).containsExactly("practice.pressed");
    assertThat(ids(bench.say(rep, FIRM))).containsExactly("practice.passed", "ask.nature");
    assertThat(practised("priceTooHigh").orElseThrow().last().passed()).isTrue();
  }

  @Test
  void typing_that_one_stops_is_no_answer_and_leaves_the_schedule_alone() {
    for (String words : List.of("不练了", "Stop", "stop.")) {
      bench.say(rep, "/practice 价格");
      assertThat(ids(bench.say(rep, words))).containsExactly("practice.ended");
    }
    assertThat(practised("priceTooHigh")).isEmpty();
    bench.say(rep, "/practice 价格");
    assertThat(ids(bench.say(rep, "看参考说法"))).containsExactly("practice.model");
    assertThat(practised("priceTooHigh").orElseThrow().last().grade()).isEqualTo(1);
  }

  @Test
  void a_thin_answer_is_pressed_twice_about_what_is_missing_and_then_fails_with_a_model() {
    bench.say(rep, "/practice 价格");
    List<Reply> first = bench.say(rep, "这个价不高啊");
    List<Reply> second = bench.say(rep, "您再考虑考虑吧");
    assertThat(ids(first)).containsExactly("practice.pressed");
    assertThat(ids(second)).containsExactly("practice.pressed");
    assertThat(second.get(0).text()).isNotEqualTo(first.get(0).text());
    List<Reply> end = bench.say(rep, "反正不高");
    assertThat(ids(end)).containsExactly("practice.failed");
    assertThat(end.get(0).text()).contains("✗ 讲性价比").contains("参考说法");
    assertThat(practised("priceTooHigh").orElseThrow().last().grade()).isEqualTo(1);
  }

  @Test
  void what_is_made_up_for_when_pressed_counts() {
    bench.say(rep, "/practice 价格");
    bench.say(rep, "我们不打价格战");
    assertThat(ids(bench.say(rep, "讲的是性价比，您看每天药费其实不高"))).containsExactly("practice.passed");
  }

  @Test
  void a_must_not_ends_it_at_once_and_says_what_to_say_instead() {
    bench.say(rep, "/practice 价格");
    List<Reply> replies = bench.say(rep, GOOD + "，他们那个牌子质量差您也知道");
    assertThat(ids(replies)).containsExactly("practice.failed");
    assertThat(replies.get(0).text()).contains("攻击别人的品牌", "质量差", "只讲我们哪里不一样");
    assertThat(replies.get(0).text()).contains("依据：《反不正当竞争法》关于商业诋毁的规定");
    assertThat(practised("priceTooHigh").orElseThrow().last().grade()).isZero();
  }

  @Test
  void a_rule_of_compliance_speaks_during_practice_with_its_own_basis_and_wording() {
    bench.say(rep, "/practice 先货后款");
    Reply failed = bench.say(rep, "款到发货是财务制度，不过我答应您先发货").get(0);
    assertThat(failed.id()).isEqualTo("practice.failed");
    assertThat(failed.text()).contains("公司财务制度：款到发货", "资料、合同我今天先发您看");
  }

  @Test
  void the_same_objection_is_raised_in_other_words_by_somebody_else_the_next_time() {
    String first = bench.say(rep, "/practice 价格").get(0).text();
    bench.say(rep, GOOD);
    bench.say(rep, FIRM);
    String second = bench.say(rep, "/practice 价格").get(0).text();
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void an_answer_that_happens_to_be_a_command_is_an_answer_but_cancel_ends() {
    bench.say(rep, "/practice 价格");
    assertThat(ids(bench.say(rep, "为什么"))).containsExactly("practice.pressed");
    assertThat(ids(bench.say(rep, "改成别的您看行不行"))).containsExactly("practice.pressed");
    assertThat(ids(bench.say(rep, "/cancel"))).containsExactly("practice.ended");
    assertThat(bench.session(rep).position().state()).isEqualTo(States.IDLE);
    assertThat(practised("priceTooHigh")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"不练了", "看参考说法"})
  void whoever_taps_away_is_back_at_the_question(String label) {
    bench.say(rep, "王建国 13812345678");
    bench.say(rep, "/practice");
    List<Reply> replies = bench.tap(rep, label);
    assertThat(replies.get(replies.size() - 1).id()).isEqualTo("ask.nature");
  }

  @Test
  void a_card_looked_at_on_the_way_leads_back_to_the_practice() {
    bench.say(rep, "/practice 价格");
    bench.say(rep, "/objection 价格");
    assertThat(ids(bench.say(rep, GOOD))).containsExactly("practice.pressed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"没有客户嫌便宜，我们不打价格战，讲性价比，高中低三个价位您挑！", "no", "不", "性价比 高中低 价格战 利润"})
  void who_presses_on_is_not_answered_by_the_same_line_or_a_bare_no(String second) {
    bench.say(rep, "练习 价格");
    assertThat(ids(bench.say(rep, GOOD))).containsExactly("practice.pressed");
    assertThat(ids(bench.say(rep, second))).containsExactly("practice.pressed");
    Reply end = bench.say(rep, second).get(0);
    assertThat(end.id()).isEqualTo("practice.failed");
    assertThat(end.text()).contains("追问的时候没接住");
    assertThat(practised("priceTooHigh").orElseThrow().last().passed()).isFalse();
  }

  @Test
  void what_is_not_said_is_not_ticked() {
    bench.say(rep, "练习 质量");
    bench.say(rep, "我们质量挺好的，大家都这么说");
    bench.say(rep, "我们质量挺好的，大家都这么说");
    Reply end = bench.say(rep, "我们质量挺好的，大家都这么说").get(0);
    assertThat(end.id()).isEqualTo("practice.failed");
    assertThat(end.text()).doesNotContain("✓");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "不行我就帮您少两块",
        "主任那边的费用我们都留好了",
        "我们可以先发货给你，赊账也行",
        "OK, take the goods and settle up in ninety days"
      })
  void what_may_not_be_said_fails_however_it_is_put(String answer) {
    bench.say(rep, "/practice 没钱");
    Reply end = bench.say(rep, answer).get(0);
    assertThat(end.id()).isEqualTo("practice.failed");
    assertThat(end.text()).doesNotContain("✓");
  }

  @Test
  void what_is_told_of_a_real_call_ends_the_practice_and_is_recorded() {
    bench.say(rep, "练习 价格");
    assertThat(ids(bench.say(rep, "14:00王总来了 13955556666 想做苏州")))
        .startsWith("practice.ended", "recorded");
    assertThat(bench.current(rep).orElseThrow().text("mobile")).hasValue("13955556666");
    bench.say(rep, "/practice 价格");
    assertThat(ids(bench.say(rep, "新客户"))).startsWith("practice.ended", "begun");
    bench.say(rep, "/practice 价格");
    assertThat(ids(bench.say(rep, "王建国 苏州康泰医药有限公司 挂靠的 临床20个 想做苏州")))
        .startsWith("practice.ended", "recorded");
    assertThat(practised("priceTooHigh")).isEmpty();
  }

  @Test
  void who_asks_how_to_answer_gets_the_card_and_is_back_in_the_practice() {
    bench.say(rep, "练习 价格");
    assertThat(ids(bench.say(rep, "怎么回 客户说质量不行"))).startsWith("card.qualityDoubt");
    assertThat(ids(bench.say(rep, GOOD))).containsExactly("practice.pressed");
  }

  @Test
  void what_stops_a_practice_changes_nothing_where_none_goes_on() {
    bench.say(rep, "王建国 13812345678");
    assertThat(ids(bench.say(rep, "不练了"))).containsExactly("practice.off", "ask.nature");
    assertThat(ids(bench.say(rep, "练习进度"))).startsWith("practice.unpractised");
    assertThat(ids(bench.say(rep, "练习 价格"))).containsExactly("practice.raised");
  }

  @Test
  void an_answer_is_no_fact_of_the_customer_and_nothing_to_undo() {
    bench.say(rep, "王建国 13812345678");
    bench.say(rep, "/practice 质量");
    bench.say(rep, "质检报告给您，李总 13900001111 也在做苏州");
    bench.say(rep, "国家的检验报告，您看");
    assertThat(bench.current(rep).orElseThrow().text("mobile")).hasValue("13812345678");
    assertThat(ids(bench.say(rep, "/undo"))).contains("undone");
    assertThat(bench.current(rep)).isEmpty();
  }

  @Test
  void a_drill_is_one_answer_and_tells_the_seconds() {
    assertThat(ids(bench.press(rep, "cmd:drill"))).containsExactly("practice.drill");
    List<Reply> replies = bench.say(rep, GOOD);
    assertThat(replies.get(0).id()).startsWith("practice.");
    assertThat(replies.get(0).text()).contains("用了10秒");
  }

  @Test
  void what_was_lost_in_a_call_of_late_comes_first() {
    bench.say(rep, "你好");
    CardShown lost =
        new CardShown(
            CardShown.id("shipBeforePay", null),
            "shipBeforePay",
            List.of("trust"),
            bench.now.minus(Duration.ofDays(1)),
            null,
            CardTally.ANY_NATURE,
            null,
            CardOutcome.ENDED,
            null);
    bench
        .shelves
        .ledgers()
        .apply(new LedgerChange(CardTally.ledger(rep), rep, "t-" + rep, List.of(lost), List.of()));
    assertThat(bench.say(rep, "/practice").get(0).text()).contains("要先货后款", "没谈下来");
  }

  @Test
  void how_it_goes_is_told_and_drawn() {
    assertThat(ids(bench.say(rep, "/practice stats"))).containsExactly("practice.unpractised");
    bench.say(rep, "/practice 价格");
    bench.say(rep, GOOD);
    bench.say(rep, FIRM);
    Reply stats = bench.say(rep, "/practice 进度").get(0);
    assertThat(stats.id()).isEqualTo("practice.stats");
    assertThat(stats.text()).contains("嫌价格高：练过1次", "下次明天");
    Chart chart = Objects.requireNonNull(stats.chart());
    assertThat(chart.series().get(0).points()).containsExactly(new Chart.Point("嫌价格高", 100));
  }

  @Test
  void an_objection_that_is_not_known_is_asked_for() {
    List<Reply> replies = bench.say(rep, "/practice 土星环");
    assertThat(ids(replies)).containsExactly("practice.choice");
    assertThat(replies.get(0).buttons()).hasSize(8);
    assertThat(ids(bench.tap(rep, "没有资金"))).containsExactly("practice.raised");
  }

  @Test
  void english_is_practised_in_english() {
    bench.say(rep, "/lang en");
    assertThat(bench.say(rep, "/practice price").get(0).text()).contains("Just type it");
    bench.say(rep, "we don't fight price wars, look at the value you get");
    List<Reply> replies = bench.say(rep, "let's compare with what others charge");
    assertThat(ids(replies)).containsExactly("practice.passed");
    assertThat(replies.get(0).text()).contains("✓ No price war", "Next time: tomorrow");
  }

  private Optional<Practised> practised(String objection) {
    return bench.shelves.ledgers().findAll(java.util.Set.of(Ledger.ofRep(rep))).stream()
        .flatMap(ledger -> ledger.find(Practised.class, Practised.id(objection)).stream())
        .findFirst();
  }
}
