package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Times in the quiet hours, and what these hold until the morning. They are 21:00 to 07:30. */
class QuietHoursTest extends WithATeam {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @BeforeEach
  void open() {
    bench.now = at(MONDAY, 9, 0);
    bench.say("boss", "你好");
    bench.say("wang", "你好");
  }

  private static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, minute)).atZone(SHANGHAI).toInstant();
  }

  private Rhythm rhythm(String who) {
    return Rhythm.USUAL.of(bench.store.ledgers().find(Ledger.ofRep(who)));
  }

  @Test
  void a_check_in_in_quiet_hours_is_refused_and_a_tap_moves_these_as_well() {
    List<Reply> said = bench.say("wang", "/checkin 22:00");
    assertThat(ids(said)).containsExactly("settings.inquiet");
    assertThat(said.get(0).text()).contains("22:00", "21:00", "07:30");
    assertThat(rhythm("wang").checkin()).isEqualTo(LocalTime.of(17, 30));
    assertThat(ids(bench.tap("wang", "免打扰改成 22:30–07:30")))
        .containsExactly("settings.checkin", "settings.quiet");
    assertThat(rhythm("wang").quietFrom()).isEqualTo(LocalTime.of(22, 30));
    bench.until(at(MONDAY, 22, 8));
    assertThat(ids(bench.unasked("wang"))).containsExactly("checkin.due");
  }

  @Test
  void a_brief_before_the_quiet_hours_end_ends_them_by_a_tap() {
    assertThat(ids(bench.say("wang", "/brief 7:00"))).containsExactly("settings.inquiet");
    bench.tap("wang", "免打扰改成 21:00–07:00");
    bench.until(at(MONDAY.plusDays(1), 7, 8));
    assertThat(ids(bench.unasked("wang"))).contains("brief");
  }

  @Test
  void a_digest_in_quiet_hours_is_refused_and_the_last_minute_before_them_is_kept() {
    assertThat(ids(bench.say("boss", "/digesttime 21:30"))).containsExactly("settings.inquiet");
    assertThat(Preferences.of(bench.store.ledgers().find(Ledger.ofRep("boss"))).digest()).isNull();
    assertThat(ids(bench.say("boss", "/digesttime 20:45"))).containsExactly("settings.digest");
  }

  @Test
  void quiet_hours_over_a_time_say_so_and_a_tap_moves_the_time() {
    List<Reply> said = bench.say("wang", "免打扰17:00到20:00");
    assertThat(ids(said)).containsExactly("settings.quiet", "settings.hushed");
    assertThat(said.get(1).text()).contains("日报", "17:30");
    assertThat(ids(bench.tap("wang", "日报改到 16:30"))).containsExactly("settings.checkin");
    bench.until(at(MONDAY, 16, 37));
    assertThat(ids(bench.unasked("wang"))).containsExactly("checkin.due");
    assertThat(ids(bench.say("boss", "quiet hours 19:00 to 8:00")))
        .containsExactly("settings.quiet", "settings.hushed");
  }

  @Test
  void what_the_night_held_comes_off_the_half_hour_and_says_that_it_is_late() {
    bench.say("wang", "提醒我明天凌晨3点给李总发资料");
    LocalDate tuesday = MONDAY.plusDays(1);
    bench.until(at(tuesday, 3, 0));
    bench.until(at(tuesday, 7, 30));
    assertThat(bench.unasked("wang")).extracting(Reply::id).doesNotContain("followup.due");
    bench.until(at(tuesday, 7, 37));
    assertThat(ids(bench.unasked("wang"))).containsExactly("followup.late");
  }

  @Test
  void what_is_put_off_into_the_night_is_told_to_come_in_the_morning_and_does() {
    bench.say("wang", "/checkin 20:50");
    bench.until(at(MONDAY, 20, 51));
    bench.unasked("wang");
    bench.tap("wang", "晚点");
    List<Reply> said = bench.tap("wang", "半小时后");
    assertThat(ids(said)).containsExactly("checkin.morning");
    assertThat(said.get(0).text()).contains("7:3").doesNotContain("21:2");
    bench.until(at(MONDAY.plusDays(1), 7, 37));
    assertThat(ids(bench.unasked("wang"))).containsExactly("checkin.due");
  }
}
