package dev.zhaoshang.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {

  private final WorkCalendar calendar = PublicHolidays.load();

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, true", // a Tuesday
    "2026-11-28, false", // a Saturday
    "2026-10-01, false", // National Day, a Thursday
    "2026-10-08, true", // the Thursday after it
    "2026-10-10, true", // a Saturday, worked in exchange
    "2026-02-14, true", // a Saturday, worked in exchange for the Spring Festival
    "2026-02-17, false", // New Year's Day of the lunar calendar
  })
  void holidays_and_the_days_worked_in_exchange_count(LocalDate day, boolean worked) {
    assertThat(calendar.isWorked(day, Rhythm.USUAL.week())).isEqualTo(worked);
  }

  @Test
  void the_first_day_after_a_holiday_is_found() {
    LocalDate eve = LocalDate.parse("2026-10-01");
    assertThat(calendar.workedFrom(eve, Rhythm.USUAL.week())).isEqualTo("2026-10-08");
  }

  @Test
  void a_week_of_its_own_counts_where_no_holiday_says_otherwise() {
    Set<DayOfWeek> six = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
    assertThat(calendar.isWorked(LocalDate.parse("2026-11-28"), six)).isTrue();
    assertThat(calendar.isWorked(LocalDate.parse("2026-10-03"), six)).isFalse();
  }

  @Test
  void the_coming_year_is_missed_from_november_on() {
    int last = calendar.years().last();
    assertThat(calendar.missing(LocalDate.of(last, 10, 31))).isEmpty();
    assertThat(calendar.missing(LocalDate.of(last, 11, 1))).hasValue(last + 1);
    assertThat(calendar.missing(LocalDate.of(last + 1, 3, 1))).hasValue(last + 1);
  }

  @Test
  void a_week_without_days_does_not_search_for_ever() {
    assertThat(calendar.workedFrom(LocalDate.parse("2026-11-24"), Set.of())).isNotNull();
  }
}
