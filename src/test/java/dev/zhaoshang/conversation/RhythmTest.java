package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.PublicHolidays;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Leave;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Presence;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep wishes of reminders, leave, and what zones and clocks do to times. */
class RhythmTest extends AtTheBench {

  private static final WorkCalendar CALENDAR = PublicHolidays.load();

  @BeforeEach
  void setTheClock() {
    // Monday, 9:00 in Shanghai
    bench.now = Instant.parse("2026-03-02T01:00:00Z");
  }

  private Ledger ledger() {
    return bench.store.ledgers().find(Ledger.ofRep(rep));
  }

  private Instant due(String text) {
    bench.say(rep, text);
    List<FollowUp> all = ledger().all(FollowUp.class);
    return all.get(all.size() - 1).at();
  }

  private Presence on(String day) {
    Ledger own = ledger();
    return Presence.on(LocalDate.parse(day), own, Rhythm.USUAL.of(own).week(), CALENDAR);
  }

  @Test
  void wishes_are_kept_and_taken_back() {
    bench.say(rep, "/checkin 18:00");
    bench.say(rep, "/brief 8点");
    bench.say(rep, "/timezone Europe/Berlin");
    bench.say(rep, "免打扰22:00到6:30");
    Rhythm rhythm = Rhythm.USUAL.of(ledger());
    assertThat(rhythm.checkin()).isEqualTo(LocalTime.of(18, 0));
    assertThat(rhythm.brief()).isEqualTo(LocalTime.of(8, 0));
    assertThat(rhythm.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(rhythm.quietTo()).isEqualTo(LocalTime.of(6, 30));
    bench.say(rep, "撤销");
    bench.say(rep, "撤销");
    assertThat(Rhythm.USUAL.of(ledger()).zone()).isEqualTo(Rhythm.USUAL.zone());
    assertThat(Rhythm.USUAL.of(ledger()).brief()).isEqualTo(LocalTime.of(8, 0));
  }

  @Test
  void time_days_and_zone_come_in_one_line_and_an_unknown_zone_keeps_nothing_of_it() {
    bench.say(rep, "/checkin Mon-Sat 18:00 Europe/Berlin");
    Rhythm rhythm = Rhythm.USUAL.of(ledger());
    assertThat(rhythm.checkin()).isEqualTo(LocalTime.of(18, 0));
    assertThat(rhythm.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(rhythm.week()).hasSize(6);
    assertThat(bench.say(rep, "/checkin 19:00 Atlantis").get(0).text()).contains("Atlantis");
    assertThat(Rhythm.USUAL.of(ledger())).isEqualTo(rhythm);
    bench.say(rep, "撤销");
    assertThat(Rhythm.USUAL.of(ledger())).isEqualTo(Rhythm.USUAL);
  }

  @Test
  void reminders_off_is_kept() {
    bench.say(rep, "提醒关掉");
    assertThat(Preferences.of(ledger()).silent()).isTrue();
    bench.say(rep, "reminders on");
    assertThat(Preferences.of(ledger()).silent()).isFalse();
  }

  @Test
  void other_days_of_work_count_beside_holidays() {
    bench.say(rep, "/checkin 周一到周六");
    assertThat(on("2026-03-07")).isEqualTo(Presence.WHOLE);
    assertThat(on("2026-03-08")).isEqualTo(Presence.AWAY);
    assertThat(on("2026-05-02")).isEqualTo(Presence.AWAY);
  }

  @Test
  void leave_of_days_and_half_days_is_kept_until_it_is_ended() {
    bench.say(rep, "下午请假");
    assertThat(on("2026-03-02")).isEqualTo(Presence.MORNING);
    bench.say(rep, "下周三上午请假");
    assertThat(on("2026-03-11")).isEqualTo(Presence.AFTERNOON);
    bench.say(rep, "明天请假2天");
    assertThat(on("2026-03-03")).isEqualTo(Presence.AWAY);
    assertThat(on("2026-03-04")).isEqualTo(Presence.AWAY);
    assertThat(on("2026-03-05")).isEqualTo(Presence.WHOLE);
    bench.now = Instant.parse("2026-03-04T01:00:00Z");
    bench.say(rep, "销假");
    assertThat(on("2026-03-03")).isEqualTo(Presence.AWAY);
    assertThat(on("2026-03-04")).isEqualTo(Presence.WHOLE);
    assertThat(on("2026-03-11")).isEqualTo(Presence.WHOLE);
    assertThat(ledger().all(Leave.class)).hasSize(2);
  }

  @Test
  void times_are_meant_where_the_rep_is() {
    assertThat(due("明天下午三点给李总打电话")).isEqualTo("2026-03-03T07:00:00Z");
    bench.say(rep, "/timezone Europe/Berlin");
    assertThat(due("明天下午三点给张总打电话")).isEqualTo("2026-03-03T14:00:00Z");
    assertThat(ledger().all(FollowUp.class).get(0).at()).isEqualTo("2026-03-03T07:00:00Z");
  }

  @Test
  void an_hour_told_after_the_matter_is_the_hour_of_the_day_told_before() {
    assertThat(due("提醒我下午给李总打电话 三点")).isEqualTo("2026-03-02T07:00:00Z");
    assertThat(due("提醒我明天给张总打电话 下午三点")).isEqualTo("2026-03-03T07:00:00Z");
    assertThat(due("提醒我明天上午寄样品，十点")).isEqualTo("2026-03-03T02:00:00Z");
    assertThat(due("remind me tomorrow to call Li at 3pm")).isEqualTo("2026-03-03T07:00:00Z");
    List<FollowUp> kept = ledger().all(FollowUp.class);
    assertThat(kept).extracting(FollowUp::what).contains("给李总打电话", "寄样品", "call Li");
  }

  @Test
  void a_reminder_that_is_to_repeat_is_kept_once_and_without_the_words_that_say_so() {
    assertThat(due("每天早上9点半提醒我打卡")).isEqualTo("2026-03-02T01:30:00Z");
    assertThat(due("remind me every Friday at 10am to send the report"))
        .isEqualTo("2026-03-06T02:00:00Z");
    List<FollowUp> kept = ledger().all(FollowUp.class);
    assertThat(kept).extracting(FollowUp::what).containsExactly("打卡", "send the report");
  }

  @Test
  void when_clocks_go_forward_the_local_hour_stays() {
    bench.say(rep, "/timezone Europe/Berlin");
    // Saturday before the change
    bench.now = Instant.parse("2026-03-28T09:00:00Z");
    assertThat(due("今天下午三点给李总打电话")).isEqualTo("2026-03-28T14:00:00Z");
    assertThat(due("明天下午三点给李总打电话")).isEqualTo("2026-03-29T13:00:00Z");
    assertThat(due("明天凌晨2点半给李总发资料")).isEqualTo("2026-03-29T01:30:00Z");
    assertThat(due("24小时后给李总打电话")).isEqualTo("2026-03-29T09:00:00Z");
  }

  @Test
  void when_clocks_go_back_the_local_hour_stays() {
    bench.say(rep, "/timezone Europe/Berlin");
    bench.now = Instant.parse("2026-10-24T08:00:00Z");
    assertThat(due("今天下午三点给李总打电话")).isEqualTo("2026-10-24T13:00:00Z");
    assertThat(due("明天下午三点给李总打电话")).isEqualTo("2026-10-25T14:00:00Z");
    assertThat(due("明天凌晨2点半给李总发资料")).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(due("下周二给李总打电话")).isEqualTo("2026-10-27T17:00:00Z");
  }

  @Test
  void a_clock_that_is_set_back_changes_nothing_that_was_kept() {
    Instant due = due("半小时后给李总打电话");
    assertThat(due).isEqualTo("2026-03-02T01:30:00Z");
    bench.now = Instant.parse("2026-03-02T00:00:00Z");
    assertThat(bench.say(rep, "待办").get(0).text()).doesNotContain("过期");
    assertThat(ledger().all(FollowUp.class).get(0).at()).isEqualTo(due);
    bench.now = Instant.parse("2026-03-02T02:00:00Z");
    assertThat(bench.say(rep, "待办").get(0).text()).contains("过期");
  }

  @Test
  void the_years_of_known_holidays_are_shown_and_a_missing_one_is_said() {
    int last = CALENDAR.years().last();
    assertThat(bench.say(rep, "放假安排").get(0).text()).contains(String.valueOf(last));
    bench.now = Instant.parse(last + "-11-24T01:00:00Z");
    assertThat(bench.say(rep, "放假安排").get(0).text()).contains(last + 1 + "年的还没有");
  }
}
