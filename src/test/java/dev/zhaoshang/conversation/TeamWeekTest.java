package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.access.Reachability;
import dev.zhaoshang.domain.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a superior hears of the team's weeks around holidays, of promises, and of who is gone. */
class TeamWeekTest extends WithATeam {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, minute)).atZone(SHANGHAI).toInstant();
  }

  private List<Reply> weekly(LocalDate day, int hour, int minute) {
    bench.until(at(day, hour, minute));
    return bench.unasked("boss").stream().filter(r -> r.id().equals("weekly")).toList();
  }

  private void report(LocalDate day) {
    bench.now = at(day, 18, 0);
    bench.say("wang", "日报");
    bench.say("wang", "联系了 拜访3 电话8 没问题 没异议 没答应什么 明天去苏州");
  }

  @Test
  void
      a_week_before_a_holiday_is_summed_up_on_its_last_day_and_a_made_up_saturday_is_in_its_week() {
    LocalDate monday = LocalDate.of(2026, 4, 27);
    bench.now = at(monday, 9, 0);
    bench.say("boss", "你好");
    bench.say("wang", "你好");
    assertThat(weekly(monday.plusDays(2), 20, 30)).isEmpty();
    List<Reply> april = weekly(monday.plusDays(3), 20, 30);
    assertThat(april).hasSize(1);
    assertThat(april.get(0).text()).contains("2026-04-27 到 2026-04-30");
    LocalDate saturday = LocalDate.of(2026, 5, 9);
    report(saturday);
    assertThat(weekly(saturday.minusDays(1), 20, 30)).isEmpty();
    bench.now = at(saturday, 18, 30);
    List<Reply> may = weekly(saturday, 20, 30);
    assertThat(may).hasSize(1);
    assertThat(may.get(0).text()).contains("2026-05-06 到 2026-05-09", "日报 1 天 · 拜访 3");
    assertThat(Objects.requireNonNull(may.get(0).chart()).labels())
        .containsExactly("5-6", "5-7", "5-8", "5-9");
  }

  @Test
  void a_summary_of_the_week_that_comes_late_says_so() {
    bench.now = at(MONDAY, 9, 0);
    bench.say("boss", "你好");
    bench.until(at(MONDAY.plusDays(4), 8, 0));
    List<Reply> late = weekly(MONDAY.plusDays(5), 9, 0);
    assertThat(late).hasSize(1);
    assertThat(late.get(0).text()).contains("发晚了");
  }

  @Test
  void a_thing_to_do_that_nobody_was_promised_is_no_overdue_promise() {
    bench.now = at(MONDAY, 9, 0);
    bench.say("boss", "你好");
    bench.say("wang", "提醒我今天下午3点打印名片");
    bench.until(at(MONDAY, 20, 10));
    assertThat(bench.unasked("boss").get(0).text()).doesNotContain("逾期");
    bench.say("wang", "先停");
    bench.say("wang", "我答应张总明天下午三点给他回电");
    bench.until(at(MONDAY.plusDays(1), 20, 10));
    assertThat(bench.unasked("boss").get(0).text()).contains("逾期的承诺");
  }

  @Test
  void who_leads_others_is_shown_the_time_of_the_digest() {
    bench.now = at(MONDAY, 9, 0);
    bench.say("boss", "你好");
    bench.say("boss", "/digesttime 19:00");
    assertThat(bench.say("boss", "/settings").get(0).text()).contains("团队汇总 19:00");
    assertThat(bench.say("wang", "/settings").get(0).text()).contains("早报 08:30 · 日报 17:30");
  }

  @Test
  void who_blocked_us_with_reminders_off_is_told_to_the_superior_once() {
    bench.now = at(MONDAY, 9, 0);
    bench.say("boss", "你好");
    bench.say("wang", "关掉提醒");
    Reachability reach = new Reachability(bench.store.ledgers(), () -> bench.now);
    reach.seen("wang", "test", "wang");
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    assertThat(ids(bench.unasked("boss"))).doesNotContain("team.gone");
    assertThat(bench.unasked("wang")).isEmpty();
    reach.lost("wang", "test");
    for (int day = 2; day < 5; day++) {
      bench.until(at(MONDAY.plusDays(day), 8, 40));
      bench.until(at(MONDAY.plusDays(day), 8, 41));
    }
    assertThat(ids(bench.unasked("boss"))).containsOnlyOnce("team.gone");
    assertThat(bench.unasked("wang")).isEmpty();
  }
}
