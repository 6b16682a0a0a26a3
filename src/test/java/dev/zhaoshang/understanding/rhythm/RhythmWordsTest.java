package dev.zhaoshang.understanding.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.understanding.rhythm.RhythmWords.Span;
import dev.zhaoshang.understanding.time.TimeProblem;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmWordsTest {

  private final RhythmWords words = RhythmWords.load();

  @ParameterizedTest
  @CsvSource({
    "18:00, 12:00, 18:00",
    "7点, 12:00, 19:00",
    "晚上七点, 12:00, 19:00",
    "7点, 00:00, 07:00",
    "8:30, 00:00, 08:30",
    "6pm, 12:00, 18:00",
  })
  void an_hour_is_the_next_after_the_usual(String text, LocalTime usual, LocalTime time) {
    assertThat(words.wish(text, usual).time()).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "周一到周五, 5",
    "Mon-Sat, 6",
    "每天, 7",
    "工作日, 5",
    "every day, 7",
  })
  void days_of_the_week_are_read_as_days(String text, int days) {
    assertThat(words.wish(text, LocalTime.NOON).week()).hasSize(days);
  }

  @Test
  void an_hour_that_is_none_is_a_problem() {
    assertThat(words.wish("25点", LocalTime.NOON).problem()).isEqualTo(TimeProblem.HOUR);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Europe/Berlin",
    "europe/berlin, Europe/Berlin",
    "berlin, Europe/Berlin",
    "柏林, Europe/Berlin",
    "北京时间, Asia/Shanghai",
    "上海, Asia/Shanghai",
    "new york, America/New_York",
    "UTC+8, UTC+08:00",
  })
  void a_zone_is_known_by_id_city_or_offset(String text, String zone) {
    assertThat(words.zone(text)).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "火星", "UTC+99", "", "berlinn"})
  void an_unknown_zone_is_none(String text) {
    assertThat(words.zone(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22:00到7:00", "22:00-7:00", "晚上10点到早上7点", "10pm to 7am"})
  void quiet_hours_may_go_over_midnight(String text) {
    assertThat(words.span(text)).contains(new Span(LocalTime.of(22, 0), LocalTime.of(7, 0)));
  }
}
