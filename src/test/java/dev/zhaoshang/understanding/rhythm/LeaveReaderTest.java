package dev.zhaoshang.understanding.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.PublicHolidays;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.WorkCalendar;
import dev.zhaoshang.understanding.rhythm.LeaveReader.Days;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Typed;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On Tuesday, 24 November 2026, at ten in the morning in Shanghai. */
class LeaveReaderTest {

  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-11-24T10:00+08:00[Asia/Shanghai]");
  private static final WorkCalendar CALENDAR = PublicHolidays.load();

  private final LeaveReader reader = LeaveReader.load();

  private Optional<Days> days(String text, ZonedDateTime now) {
    return LeaveReader.days(
        reader.times(text, now), now, day -> CALENDAR.workedFrom(day, Rhythm.USUAL.week()));
  }

  @ParameterizedTest
  @CsvSource({
    "请假3天, 2026-11-24, 2026-11-26, false, false",
    "我请5天年假, 2026-11-24, 2026-11-30, false, false",
    "请半天假, 2026-11-24, 2026-11-24, false, true",
    "请假一天半, 2026-11-24, 2026-11-25, false, true",
    "明天开始请假3天, 2026-11-25, 2026-11-27, false, false",
    "下周三休息, 2026-12-02, 2026-12-02, false, false",
    "下午请假, 2026-11-24, 2026-11-24, true, false",
    "明天上午请假, 2026-11-25, 2026-11-25, false, true",
    "12月5号到8号请假, 2026-12-05, 2026-12-08, false, false",
    "下周一到周四休年假, 2026-11-30, 2026-12-03, false, false",
    "请假一周, 2026-11-24, 2026-11-30, false, false",
    "day off next Wednesday, 2026-12-02, 2026-12-02, false, false",
    "3 days off, 2026-11-24, 2026-11-26, false, false",
    "tomorrow afternoon off, 2026-11-25, 2026-11-25, true, false",
    "on leave December 5 to 8, 2026-12-05, 2026-12-08, false, false",
  })
  void days_of_leave_count_working_days(
      String text, String from, String to, boolean fromNoon, boolean untilNoon) {
    Days days = days(text, NOW).orElseThrow();
    assertThat(days.from()).isEqualTo(from);
    assertThat(days.to()).isEqualTo(to);
    assertThat(days.fromNoon()).isEqualTo(fromNoon);
    assertThat(days.untilNoon()).isEqualTo(untilNoon);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"请假3天", "下周三休息", "下午请假", "day off next Wednesday", "I'm on leave tomorrow"})
  void leave_is_taken_by_whoever_speaks(String text) {
    assertThat(reader.takes(Typed.of(text, new HanlpScript()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"他下周三休息", "王总请假3天", "休息一下", "放假安排", "he is on leave tomorrow", "店里周日不休息室"})
  void others_on_leave_are_not_the_rep(String text) {
    assertThat(reader.takes(Typed.of(text, new HanlpScript()))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T13:00+08:00[Asia/Shanghai], 2026-11-25",
    "2026-11-27T13:00+08:00[Asia/Shanghai], 2026-11-30"
  })
  void told_after_noon_without_a_day_it_begins_on_the_next_working_day(
      ZonedDateTime now, String from) {
    assertThat(days("请假3天", now).orElseThrow().from()).isEqualTo(from);
  }
}
