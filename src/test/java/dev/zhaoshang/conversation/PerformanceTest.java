package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.Reply;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets against results. Today is Monday, 2 March 2026. */
class PerformanceTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.say("wang", "王建国 苏州康泰医药 13812340001");
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

  private Ledger own() {
    return bench.shelves.ledgers().find(Ledger.ofRep("wang"));
  }
}
