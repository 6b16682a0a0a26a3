package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.AssignedTarget;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.TeamTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets against results. Today is Monday, 2 March 2026. */
class PerformanceTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.say("wang", "王建国 苏州康泰医药 13812340001");
  }

  @ParameterizedTest
  @CsvSource({"/target 0.5万,5000", "本月目标0.5万,5000", "目标定1.5万,15000", "/target 1.25w,12500"})
  void a_target_may_be_a_fraction_of_ten_thousand(String words, String boxes) {
    assertThat(bench.say("wang", words).get(0).text()).contains(boxes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/target 1.5", "本月目标1.5件", "/sold 0.5", "王总这个月进货2.5箱"})
  void a_fraction_of_a_box_is_refused_and_not_cut(String words) {
    assertThat(ids(bench.say("wang", words))).startsWith("performance.broken");
  }

  @Test
  void targets_and_results_of_the_rep_and_of_a_customer_are_shown_with_a_picture() {
    assertThat(ids(bench.say("wang", "/target 5000"))).startsWith("target.kept");
    bench.say("wang", "/target 王总 300");
    assertThat(ids(bench.say("wang", "/sold 4200"))).startsWith("sold.kept");
    bench.say("wang", "/sold 王总 260");
    Reply reply = bench.say("wang", "业绩").get(0);
    assertThat(reply.text()).contains("2026-03：目标 5000，完成 4200（84%）", "王建国 苏州康泰医药：目标 300，完成 260");
    assertThat(reply.chart()).isNotNull();
    assertThat(bench.say("boss", "业绩").get(0).text()).contains("王五", "5000");
  }

  @Test
  void why_a_target_was_missed_is_asked_once_when_the_month_is_over() {
    bench.say("wang", "本月目标5000盒");
    bench.say("wang", "本月完成4200盒");
    bench.until(Instant.parse("2026-04-01T03:00:00Z"));
    assertThat(bench.unasked("wang"))
        .filteredOn(reply -> reply.id().equals("performance.gap"))
        .hasSize(1)
        .allSatisfy(reply -> assertThat(reply.text()).contains("差 800"));
    bench.press("wang", "gap:performance-2026-03");
    assertThat(ids(bench.say("wang", "两家医院断货"))).startsWith("performance.because");
    Performance month = own().all(Performance.class).get(0);
    assertThat(month.reason()).isEqualTo("两家医院断货");
    bench.until(Instant.parse("2026-04-03T03:00:00Z"));
    assertThat(ids(bench.unasked("wang"))).doesNotContain("performance.gap");
  }

  @Test
  void a_target_without_a_number_is_none_and_undo_takes_one_back() {
    assertThat(ids(bench.say("wang", "/target"))).startsWith("target.how");
    bench.say("wang", "/target 5000");
    bench.tap("wang", "撤销");
    assertThat(ids(bench.say("wang", "业绩"))).startsWith("performance.none");
  }

  @Test
  void a_number_that_nobody_sells_in_a_month_is_refused_by_its_name() {
    for (String words :
        List.of("/target team 99999999999999999999", "/target 王五 9999999999", "/target 20亿")) {
      Reply reply = bench.say("boss", words).get(0);
      assertThat(reply.id()).as(words).isEqualTo("performance.beyond");
    }
    assertThat(bench.say("boss", "/target team 99999999999999999999").get(0).text())
        .contains("99999999999999999999 不像");
    assertThat(ids(bench.say("wang", "/sold 4200000000000"))).startsWith("performance.beyond");
    assertThat(ids(bench.say("boss", "/target team 20000"))).startsWith("target.set.team.one");
  }

  @Test
  void what_a_superior_sets_the_rep_is_told_and_sees_who_set_it() {
    assertThat(ids(bench.say("boss", "给小王定下月指标5万"))).startsWith("target.set");
    bench.until(bench.now.plus(Duration.ofHours(2)));
    assertThat(bench.unasked("wang"))
        .filteredOn(reply -> reply.id().equals("target.assigned"))
        .singleElement()
        .satisfies(reply -> assertThat(reply.text()).contains("李总监", "2026-04", "50000"));
    assertThat(bench.say("wang", "业绩").get(0).text()).contains("目标 50000（李总监定）");
  }

  @Test
  void a_rep_does_not_lower_what_a_superior_set_but_may_aim_higher() {
    bench.say("wang", "/target 3000");
    assertThat(ids(bench.say("boss", "/target 王五 5000"))).startsWith("target.set.anew");
    List<Reply> replies = bench.say("wang", "/target 4000");
    assertThat(ids(replies)).startsWith("target.floor");
    assertThat(replies.get(0).text()).contains("李总监", "5000", "4000");
    assertThat(target()).isEqualTo(5000);
    assertThat(ids(bench.say("wang", "/target 6000"))).startsWith("target.kept");
    assertThat(bench.say("wang", "业绩").get(0).text()).contains("目标 6000（李总监定 5000）");
    bench.say("boss", "/target 王五 4500");
    assertThat(target()).isEqualTo(4500);
    bench.say("boss", "撤销");
    assertThat(target()).isEqualTo(6000);
  }

  @Test
  void a_target_of_the_team_stands_beside_what_the_team_sold() {
    bench.hire("zhao", "赵六", Person.Role.REP, "boss");
    assertThat(ids(bench.say("boss", "/target 全队 10000"))).startsWith("target.set.team");
    bench.say("wang", "/sold 4200");
    bench.say("zhao", "/sold 1000");
    assertThat(bench.say("boss", "业绩").get(0).text()).contains("全队 2026-03：目标 10000，完成 5200");
    assertThat(bench.say("zhao", "业绩").get(0).text()).contains("全队 2026-03：目标 10000（李总监定）");
  }

  @Test
  void undo_takes_back_what_a_superior_set_and_leaves_what_was_before() {
    bench.say("wang", "/target 3000");
    bench.say("boss", "/target 王五 5000");
    bench.tap("boss", "撤销");
    bench.until(bench.now.plus(Duration.ofHours(2)));
    assertThat(ids(bench.unasked("wang"))).doesNotContain("target.assigned");
    assertThat(own().all(Performance.class)).extracting(Performance::target).containsExactly(3000L);
    assertThat(ids(bench.say("wang", "/target 2000"))).startsWith("target.kept");
  }

  @Test
  void undo_of_what_a_superior_set_leaves_what_the_rep_told_since() {
    bench.say("boss", "/target 王五 5000");
    bench.until(bench.now.plus(Duration.ofHours(2)));
    bench.say("wang", "/sold 4200");
    bench.tap("boss", "撤销");
    bench.until(bench.now.plus(Duration.ofHours(2)));
    assertThat(ids(bench.unasked("wang"))).contains("target.assigned", "target.withdrawn");
    Performance month = own().all(Performance.class).get(0);
    assertThat(month.result()).isEqualTo(4200);
    assertThat(month.target()).isNull();
    assertThat(month.setBy()).isNull();
  }

  @Test
  void what_the_rep_tells_and_what_a_superior_sets_meanwhile_both_stand() {
    bench.say("wang", "/target 3000");
    bench.say("wang", "/sold 1000");
    bench.say("boss", "/target 王五 5000");
    bench.say("wang", "/sold 1200");
    bench.say("boss", "/target 王五 6000");
    assertThat(own().all(Performance.class))
        .singleElement()
        .satisfies(
            month -> {
              assertThat(month.target()).isEqualTo(3000);
              assertThat(month.result()).isEqualTo(1200);
            });
    assertThat(bench.say("wang", "业绩").get(0).text()).contains("目标 6000（李总监定），完成 1200");
    bench.say("boss", "撤销");
    assertThat(target()).isEqualTo(5000);
    bench.say("boss", "撤销");
    assertThat(target()).isEqualTo(3000);
  }

  @Test
  void what_came_of_a_target_that_only_a_superior_set_is_asked_once() {
    bench.say("boss", "/target 王五 5000");
    bench.until(Instant.parse("2026-04-01T03:00:00Z"));
    assertThat(bench.unasked("wang"))
        .filteredOn(reply -> reply.id().startsWith("performance."))
        .singleElement()
        .satisfies(reply -> assertThat(reply.text()).contains("5000"));
    bench.press("wang", "gap:performance-2026-03");
    assertThat(ids(bench.say("wang", "两家医院断货"))).startsWith("performance.because");
    assertThat(target()).isEqualTo(5000);
  }

  @Test
  void a_team_target_that_is_taken_back_the_reps_are_told() {
    bench.hire("zhao", "赵六", Person.Role.REP, "boss");
    bench.say("boss", "/target 全队 10000");
    bench.until(bench.now.plus(Duration.ofHours(2)));
    assertThat(ids(bench.unasked("zhao"))).contains("target.assigned.team");
    bench.say("boss", "撤销");
    bench.until(bench.now.plus(Duration.ofHours(2)));
    assertThat(ids(bench.unasked("wang"))).contains("target.withdrawn.team");
    assertThat(ids(bench.unasked("zhao"))).contains("target.withdrawn.team");
    assertThat(ids(bench.say("zhao", "业绩"))).startsWith("performance.none");
    assertThat(ids(bench.unasked("boss"))).doesNotContain("target.withdrawn.team");
  }

  @Test
  void who_leads_a_rep_no_more_puts_no_earlier_target_back() {
    bench.say("boss", "/target 王五 5000");
    bench.say("boss", "/target 王五 6000");
    bench.hire("chief", "赵总", Person.Role.SUPERIOR, null);
    bench.hire("wang", "王五", Person.Role.REP, "chief");
    var before = bench.store.ledgers().find(Ledger.ofRep("wang")).all(AssignedTarget.class);
    assertThat(ids(bench.say("boss", "撤销"))).startsWith("undone");
    assertThat(bench.store.ledgers().find(Ledger.ofRep("wang")).all(AssignedTarget.class))
        .isEqualTo(before);
  }

  @Test
  void targets_of_two_superiors_stand_beside_each_other() {
    bench.hire("chief", "赵总", Person.Role.SUPERIOR, null);
    bench.hire("boss", "李总监", Person.Role.SUPERIOR, "chief");
    bench.say("chief", "/target 全队 90000");
    bench.say("boss", "/target 全队 10000");
    assertThat(bench.say("boss", "业绩").get(0).text()).contains("90000（赵总定）", "目标 10000");
    bench.say("boss", "撤销");
    assertThat(bench.say("boss", "业绩").get(0).text()).contains("90000").doesNotContain("10000");
  }

  @Test
  void a_target_of_the_team_that_is_set_anew_takes_the_place_of_an_earlier_entry() {
    TeamTarget earlier =
        new TeamTarget("team-target-2026-03", "2026-03", 8000, "boss", "李总监", null);
    bench.shelves.ledgers().apply(put("rep:wang", earlier));
    assertThat(bench.say("wang", "业绩").get(0).text()).contains("目标 8000（李总监定）");
    bench.say("boss", "/target 全队 10000");
    assertThat(bench.say("wang", "业绩").get(0).text()).contains("10000").doesNotContain("8000");
    bench.say("boss", "撤销");
    assertThat(bench.say("wang", "业绩").get(0).text()).contains("8000").doesNotContain("10000");
  }

  @Test
  void a_month_into_which_a_superior_wrote_earlier_is_still_read() {
    Performance earlier =
        new Performance(
            "performance-2026-03",
            "2026-03",
            "",
            "wang",
            5000L,
            null,
            "",
            null,
            5000L,
            "李总监",
            null,
            null);
    bench.shelves.ledgers().apply(put("rep:wang", earlier));
    assertThat(bench.say("wang", "业绩").get(0).text()).contains("目标 5000（李总监定）");
    assertThat(ids(bench.say("wang", "/target 4000"))).startsWith("target.floor");
    bench.say("boss", "/target 王五 4500");
    assertThat(target()).isEqualTo(4500);
  }

  @Test
  void a_target_that_is_set_to_what_it_was_is_not_said_to_be_changed() {
    bench.say("boss", "/target 王五 5000");
    assertThat(ids(bench.say("boss", "/target 王五 5000"))).startsWith("target.set");
    assertThat(bench.say("boss", "/target 王五 5000").get(0).id()).isEqualTo("target.set");
  }

  @Test
  void a_team_of_one_is_told_by_name() {
    Reply reply = bench.say("boss", "/target 全队 10000").get(0);
    assertThat(reply.id()).isEqualTo("target.set.team.one");
    assertThat(reply.text()).contains("王五").doesNotContain("都会收到");
  }

  @Test
  void a_target_is_of_the_month_where_the_rep_is() {
    bench.say("wang", "时区 Pacific/Auckland");
    bench.now = Instant.parse("2026-03-31T12:00:00Z");
    assertThat(bench.say("boss", "/target 王五 5000").get(0).text()).contains("2026-04");
    assertThat(AssignedTarget.months(own()).get(0).month()).isEqualTo("2026-04");
  }

  @Test
  void a_month_that_a_superior_names_is_the_superiors_wherever_the_rep_is() {
    bench.say("wang", "时区 Europe/Berlin");
    bench.now = Instant.parse("2026-03-31T18:30:00Z");
    assertThat(bench.say("boss", "给小王定本月指标5000").get(0).text()).contains("2026-04");
    assertThat(bench.say("boss", "给小王定下月指标6000").get(0).text()).contains("2026-05");
    assertThat(bench.say("boss", "/target 王五 5500").get(0).text()).contains("2026-04");
    bench.say("boss", "english");
    assertThat(bench.say("boss", "/target 王五 5600 this month").get(0).text())
        .contains("2026-04", "was 5500");
  }

  @Test
  void at_the_turn_of_a_month_results_count_where_the_rep_is_for_the_month_the_superior_named() {
    bench.hire("zhao", "赵六", Person.Role.REP, "boss");
    bench.say("wang", "时区 Europe/Berlin");
    bench.say("boss", "/target 全队 9000");
    bench.now = Instant.parse("2026-03-31T18:30:00Z");
    assertThat(bench.say("boss", "给全队定本月指标10000").get(0).text()).contains("2026-04");
    assertThat(bench.say("wang", "/sold 4200").get(0).text()).contains("2026-03");
    assertThat(bench.say("zhao", "/sold 100").get(0).text()).contains("2026-04");
    String shown = bench.say("boss", "业绩").get(0).text();
    assertThat(shown).contains("全队 2026-03：目标 9000，完成 4200", "全队 2026-04：目标 10000，完成 100");
    bench.now = Instant.parse("2026-03-31T22:30:00Z");
    assertThat(bench.say("wang", "/sold 70").get(0).text()).contains("2026-04");
    assertThat(bench.say("boss", "业绩").get(0).text()).contains("2026-04：目标 10000，完成 170");
    assertThat(bench.say("wang", "业绩").get(0).text()).contains("全队 2026-04：目标 10000（李总监定）");
  }

  @Test
  void help_shows_how_to_set_a_target_to_those_who_lead_others() {
    assertThat(bench.say("boss", "/help").get(0).text()).contains("给小李定下月指标5万");
    assertThat(bench.say("wang", "/help").get(0).text())
        .contains("流向市一院\n")
        .doesNotContain("定下月指标", "{leads}");
    bench.say("boss", "english");
    assertThat(bench.press("boss", "cmd:help").get(0).text()).contains("set Li's target to 5000");
  }

  @Test
  void that_a_superior_sets_a_target_and_takes_it_back_is_on_record() {
    bench.say("boss", "/target 王五 5000");
    bench.say("boss", "/target 全队 9000");
    bench.say("boss", "撤销");
    assertThat(
            bench
                .shelves
                .ledgers()
                .find(AuditEntry.ledgerOf(bench.now))
                .all(AuditEntry.class)
                .stream()
                .filter(one -> one.what().equals("target")))
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.by()).isEqualTo("boss"))
        .allSatisfy(one -> assertThat(one.subject()).isEqualTo("wang"));
  }

  private static LedgerChange put(String ledger, LedgerEntry entry) {
    return new LedgerChange(ledger, "test", "earlier", List.of(entry), List.of());
  }

  private @Nullable Long target() {
    return AssignedTarget.months(own()).get(0).target();
  }

  @Test
  void a_target_for_somebody_unknown_is_not_taken_for_the_speakers_own() {
    assertThat(ids(bench.say("boss", "/target 小赵 5000"))).startsWith("performance.whom");
    assertThat(ids(bench.say("wang", "/target 小赵 5000"))).startsWith("performance.who");
    assertThat(own().all(Performance.class)).isEmpty();
  }

  @Test
  void of_two_of_one_family_name_the_full_one_is_asked_for() {
    bench.hire("two", "王六", Person.Role.REP, "boss");
    List<Reply> replies = bench.say("boss", "/target 小王 5000");
    assertThat(ids(replies)).startsWith("target.which");
    assertThat(replies.get(0).text()).contains("王五", "王六");
    assertThat(ids(bench.say("boss", "/target 王六 5000"))).startsWith("target.set");
  }

  @Test
  void in_english_it_is_the_same() {
    bench.hire("li", "Li Qiang", Person.Role.REP, "boss");
    bench.say("boss", "english");
    List<Reply> replies = bench.say("boss", "set Li's target for next month to 50000");
    assertThat(replies.get(0).text()).startsWith("Li Qiang, 2026-04: target 50000 boxes");
    assertThat(ids(bench.say("boss", "/target team 80k"))).startsWith("target.set.team");
    assertThat(bench.say("boss", "set the team target for next month to 90000").get(0).text())
        .contains("2026-04", "90000");
  }

  @Test
  void what_a_customer_bought_in_a_month_is_told_freely_with_its_flow() {
    bench.say("wang", "/target 王总 40000");
    List<Reply> replies = bench.say("wang", "王总这个月进货3万，流向市一院2万、药店1万");
    assertThat(ids(replies)).startsWith("sold.kept.customer");
    assertThat(replies.get(0).text())
        .contains("王建国 苏州康泰医药 2026-03 进货 30000 盒（75%），目标 40000；流向：市一院2万、药店1万");
    assertThat(own().all(Performance.class)).isEmpty();
    assertThat(customer().result()).isEqualTo(30000);
    bench.tap("wang", "撤销");
    assertThat(customer().result()).isNull();
  }

  @Test
  void the_flow_alone_is_added_to_the_current_customers_month() {
    bench.say("wang", "王总这个月进货300");
    assertThat(ids(bench.say("wang", "流向：市一院200 药店100"))).startsWith("sold.kept.customer");
    assertThat(customer().result()).isEqualTo(300);
    assertThat(customer().flow()).isEqualTo("市一院200 药店100");
    assertThat(bench.say("wang", "王总什么情况").get(0).text())
        .contains("2026-03 进货 300 盒，目标 未报；流向：市一院200 药店100");
  }

  @Test
  void the_performance_picture_shows_customers_against_their_targets() {
    bench.say("wang", "/target 王总 300");
    bench.say("wang", "王总这个月进货240");
    bench.say("wang", "新客户");
    bench.say("wang", "李国强 无锡同和医药 13812340002");
    bench.say("wang", "李总本月进货了500盒");
    bench.say("boss", "/target 王五 5000");
    List<Reply> replies = bench.say("wang", "业绩");
    assertThat(ids(replies)).startsWith("performance", "performance.customers");
    Chart chart = Objects.requireNonNull(replies.get(1).chart());
    assertThat(chart.labels()).containsExactly("李国强", "王建国");
    assertThat(chart.series().get(0).points())
        .extracting(Chart.Point::value)
        .containsExactly(0.0, 300.0);
    assertThat(chart.series().get(1).points())
        .extracting(Chart.Point::value)
        .containsExactly(500.0, 240.0);
    assertThat(ids(bench.say("boss", "业绩"))).startsWith("performance", "performance.customers");
  }

  @Test
  void customers_are_shown_of_their_last_month_though_a_later_target_is_set() {
    bench.say("wang", "王总这个月进货240");
    bench.say("boss", "给王五定下月指标5万");
    assertThat(bench.say("wang", "业绩").get(0).text()).contains("2026-03 按客户", "完成 240");
  }

  @Test
  void yuan_are_no_boxes_and_an_unknown_buyer_is_nobody() {
    assertThat(ids(bench.say("wang", "王总这个月进货3万元"))).startsWith("performance.money");
    assertThat(ids(bench.say("wang", "钱总这个月进货300"))).startsWith("performance.who");
    assertThat(own().all(Performance.class)).isEmpty();
  }

  @Test
  void what_a_customer_bought_in_english() {
    bench.say("wang", "english");
    bench.say("wang", "new");
    bench.say("wang", "Mr Li 13812340003");
    List<Reply> replies =
        bench.say("wang", "Li bought 300 boxes this month, went to the city hospital");
    assertThat(replies.get(0).text()).contains("bought 300 boxes", "went to the city hospital");
  }

  @Test
  void what_is_told_of_other_goods_is_no_sale() {
    assertThat(ids(bench.say("wang", "他上个月走了2000盒恒瑞"))).doesNotContain("sold.kept.customer");
    assertThat(ids(bench.say("wang", "医院这个月进货300"))).doesNotContain("sold.kept.customer");
  }

  private Performance customer() {
    String id = bench.current("wang").orElseThrow().id();
    return bench
        .shelves
        .ledgers()
        .find(Ledger.ofDistributor(id))
        .find(Performance.class, Performance.id(YearMonth.parse("2026-03")))
        .orElseThrow();
  }

  private Ledger own() {
    return bench.shelves.ledgers().find(Ledger.ofRep("wang"));
  }
}
