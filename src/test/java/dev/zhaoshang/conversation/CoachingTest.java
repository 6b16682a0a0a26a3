package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.CardShown;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.ObjectionRaised;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Territory;
import dev.zhaoshang.domain.Uncovered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Cards in the middle of a call: what is shown, what is withheld, what is kept. */
class CoachingTest extends AtTheBench {

  @Test
  void a_card_is_two_lines_and_at_most_four_buttons_and_the_question_comes_back() {
    bench.say(rep, "王建国 13812350001");
    List<Reply> replies = bench.say(rep, "你们价格太贵了");
    Reply card = replies.get(0);
    assertThat(card.id()).isEqualTo("card.priceTooHigh");
    assertThat(card.text().lines()).hasSize(2);
    assertThat(labels(card)).containsExactly("展开", "换个说法", "依据", "不是这个");
    assertThat(replies.get(replies.size() - 1).id()).isEqualTo("ask.nature");
    Reply another = bench.tap(rep, "换个说法").get(0);
    assertThat(labels(another)).containsExactly("展开", "换个说法", "依据", "回到问题");
    assertThat(ids(bench.tap(rep, "回到问题"))).containsExactly("ask.nature");
    assertThat(bench.current(rep).orElseThrow().text("mobile")).contains("13812350001");
  }

  @Test
  void two_objections_are_one_card_and_the_other_is_a_tap_away_whatever_is_tapped_between() {
    bench.say(rep, "王建国 13812350002");
    Reply card = bench.say(rep, "客户说价格太高了，而且现在没有资金").get(0);
    assertThat(card.id()).isEqualTo("card.priceTooHigh");
    assertThat(labels(card)).containsExactly("展开", "换个说法", "没有资金", "不是这个");
    assertThat(bench.tap(rep, "换个说法").get(0).id()).isEqualTo("card.priceTooHigh");
    Reply second = bench.tap(rep, "没有资金").get(0);
    assertThat(second.id()).isEqualTo("card.noFunds");
    assertThat(labels(second)).contains("嫌价格高");
  }

  @Test
  void button_data_stays_short_enough_for_every_channel() {
    bench.say(rep, "王建国 13812350003");
    Reply card = bench.say(rep, "现在品牌压力大，等等再联系，你们和某某品牌比差多了").get(0);
    assertThat(card.buttons()).allSatisfy(b -> assertThat(b.data().length()).isLessThan(49));
  }

  @Test
  void the_same_objection_is_never_answered_with_the_same_text_twice_running() {
    bench.say(rep, "王建国 13812350004");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      texts.add(bench.say(rep, "太贵了").get(0).text());
      bench.say(rep, "返回");
    }
    bench.say(rep, "新客户");
    texts.add(bench.say(rep, "太贵了").get(0).text());
    bench.say(rep, "李国强 13812350005");
    texts.add(bench.say(rep, "太贵了").get(0).text());
    texts.add(bench.tap(rep, "换个说法").get(0).text());
    for (int i = 1; i < texts.size(); i++) {
      assertThat(texts.get(i)).as("showing " + i).isNotEqualTo(texts.get(i - 1));
    }
    assertThat(texts.subList(0, 5)).doesNotHaveDuplicates();
  }

  @Test
  void of_the_cards_shown_the_latest_hundred_are_kept_however_many_customers_object() {
    for (int i = 0; i < 105; i++) {
      bench.say(rep, "新客户");
      bench.say(rep, "王建国 13812351%03d".formatted(i));
      bench.say(rep, "太贵了");
    }
    List<CardShown> shown = bench.store.ledgers().find(CardTally.ledger(rep)).all(CardShown.class);
    assertThat(shown).hasSize(100);
    assertThat(shown.get(99).distributor()).isEqualTo(bench.current(rep).orElseThrow().id());
    int counted = raisedInAll();
    bench.say(rep, "新客户");
    bench.say(rep, "王建国 13812352000");
    bench.say(rep, "太贵了");
    assertThat(raisedInAll()).isEqualTo(counted + 1);
    bench.say(rep, "撤销");
    assertThat(raisedInAll()).isEqualTo(counted);
  }

  private int raisedInAll() {
    return bench.store.ledgers().find(CardTally.ledger(rep)).all(CardTally.class).stream()
        .mapToInt(CardTally::raised)
        .sum();
  }

  @Test
  void an_objection_stands_on_the_distributor_and_can_be_taken_back() {
    bench.say(rep, "王建国 13812350006");
    bench.say(rep, "你们没有名气");
    assertThat(raised()).extracting(ObjectionRaised::objection).containsExactly("unknownBrand");
    assertThat(raised().get(0).words()).isEqualTo("你们没有名气");
    bench.tap(rep, "换个说法");
    bench.say(rep, "你们没名气啊");
    assertThat(raised()).hasSize(1);
    bench.say(rep, "撤销");
    assertThat(raised()).isEmpty();
    assertThat(bench.current(rep).orElseThrow().text("name")).contains("王建国");
  }

  @Test
  void cards_are_found_by_a_word_of_their_title_or_of_what_customers_say() {
    assertThat(bench.say(rep, "/objection 价格").get(0).id()).isEqualTo("card.priceTooHigh");
    assertThat(bench.say(rep, "/objection noFunds").get(0).id()).isEqualTo("card.noFunds");
    assertThat(bench.say(rep, "/objection 太贵").get(0).id()).isEqualTo("card.priceTooHigh");
    assertThat(bench.say(rep, "/objection quality").get(0).id()).isEqualTo("card.qualityDoubt");
    assertThat(bench.say(rep, "/objection 没这词儿").get(0).buttons()).hasSize(8);
    assertThat(bench.say(rep, "/objection").get(0).buttons()).hasSize(8);
  }

  @Test
  void evidence_shows_what_the_papers_have_and_says_what_they_lack() {
    bench.say(rep, "王建国 13812350007 想做示例胶囊");
    bench.say(rep, "产品质量我不放心");
    Reply facts = bench.tap(rep, "依据").get(0);
    assertThat(facts.id()).isEqualTo("evidence.qualityDoubt");
    assertThat(facts.text()).contains("规格：每粒0.25克").contains("资料里没有：质检报告").contains("示例数据");
  }

  @Test
  void the_rate_is_withheld_until_the_distributor_is_assessed() {
    bench.say(rep, "王建国 13812350008 想做苏州 对示例颗粒有兴趣");
    assertThat(bench.say(rep, "扣率多少").get(0).id()).isEqualTo("rate.locked");
    assertThat(bench.say(rep, "底价报多少").get(0).text()).contains("还没做评估").doesNotContain("38");
    bench.say(rep, "太贵了");
    assertThat(bench.tap(rep, "依据").get(0).text())
        .contains("零售价")
        .contains("先不报")
        .doesNotContain("11.32")
        .doesNotContain("38%");
    assess();
    assertThat(bench.say(rep, "扣率多少").get(0).text()).contains("38%").contains("11.32");
    bench.say(rep, "太贵了");
    assertThat(bench.tap(rep, "依据").get(0).text()).contains("38%");
  }

  @Test
  void an_assessment_that_grades_nothing_or_turns_the_distributor_down_unlocks_nothing() {
    bench.say(rep, "王建国 13812350010 想做苏州 对示例颗粒有兴趣");
    bench.say(rep, "/assessment");
    bench.say(rep, "不知道");
    bench.say(rep, "完成");
    Reply locked = bench.say(rep, "扣率多少").get(0);
    assertThat(locked.id()).isEqualTo("rate.locked");
    assertThat(locked.text()).contains("没评完").doesNotContain("38");
    assess();
    bench.tap(rep, "暂不合作");
    bench.say(rep, "他在做竞品");
    assertThat(bench.say(rep, "what's our discount rate?").get(0).text()).contains("not for now");
    assertThat(bench.say(rep, "客户问你们扣率多少").get(0).id()).isEqualTo("rate.locked");
    assertThat(bench.say(rep, "他问我们供货价是多少").get(0).id()).isEqualTo("rate.locked");
    assertThat(bench.say(rep, "he asks what our discount rate is").get(0).id())
        .isEqualTo("rate.locked");
  }

  @Test
  void an_objection_that_is_undone_counts_no_more_and_is_not_asked_about() {
    bench.say(rep, "太贵了");
    bench.say(rep, "撤销");
    assertThat(bench.say(rep, "/insights").get(0).id()).isEqualTo("insights.none");
    bench.say(rep, "王建国 13812350011");
    bench.say(rep, "太贵了");
    bench.tap(rep, "换个说法");
    bench.say(rep, "撤销");
    assertThat(bench.say(rep, "/insights").get(0).id()).isEqualTo("insights.none");
    assertThat(bench.say(rep, "完成")).extracting(Reply::id).doesNotContain("outcome");
  }

  @Test
  void taking_a_wrong_card_back_can_be_undone() {
    bench.say(rep, "王建国 13812350012");
    bench.say(rep, "太贵了");
    bench.say(rep, "不是这个");
    assertThat(bench.store.ledgers().find(Uncovered.LEDGER).all(Uncovered.class))
        .anyMatch(one -> one.rep().equals(rep));
    bench.say(rep, "撤销");
    assertThat(bench.store.ledgers().find(Uncovered.LEDGER).all(Uncovered.class))
        .noneMatch(one -> one.rep().equals(rep));
    assertThat(bench.say(rep, "/insights").get(0).text()).contains("1次");
    assertThat(raised()).hasSize(1);
  }

  @Test
  void a_card_is_found_by_its_number_and_two_words_are_a_choice() {
    assertThat(bench.say(rep, "/objection 8").get(0).id()).isEqualTo("card.currentBrandPressure");
    Reply choice = bench.say(rep, "/objection 质量 价格").get(0);
    assertThat(choice.id()).isEqualTo("which");
    assertThat(choice.buttons()).hasSize(3);
    assertThat(bench.say(rep, "都不是").get(0).id()).isNotEqualTo("recorded");
  }

  @Test
  void a_region_with_another_agent_locks_the_rate_and_names_the_agent() {
    bench.say(rep, "王建国 13812350009 想做昆山 对示例颗粒有兴趣");
    assess();
    assertThat(bench.say(rep, "what's our rate").get(0).id()).isEqualTo("rate");
    Territory taken =
        new Territory(
            Territory.id("320500", "demoGranules"),
            "320500",
            "苏州",
            "demoGranules",
            "华康医药",
            LocalDate.of(2027, 6, 30));
    put("territory:320500", taken);
    Reply locked = bench.say(rep, "扣率多少").get(0);
    assertThat(locked.id()).isEqualTo("rate.locked");
    assertThat(locked.text()).contains("苏州").contains("华康医药").contains("2027-06-30");
    put("territory:320500", new Territory(taken.id(), "320500", "苏州", "demoGranules", null, null));
    assertThat(bench.say(rep, "扣率多少").get(0).id()).isEqualTo("rate");
  }

  private void assess() {
    bench.say(rep, "做评估");
    List.of("资金宽裕", "能力强", "做法规范", "网络扎实", "信誉好", "意向明确").forEach(part -> bench.say(rep, part));
  }

  private void put(String ledger, LedgerEntry entry) {
    String turn = rep + bench.session(rep).inboxSeq();
    bench
        .store
        .ledgers()
        .apply(new LedgerChange(ledger, "by hand", turn, List.of(entry), List.of()));
  }

  private List<ObjectionRaised> raised() {
    String distributor = Objects.requireNonNull(bench.session(rep).distributor());
    return bench.store.ledgers().find(Ledger.ofDistributor(distributor)).all(ObjectionRaised.class);
  }

  private static List<String> labels(Reply reply) {
    return reply.buttons().stream().map(Button::label).toList();
  }
}
