package dev.zhaoshang.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Rhythm in(ZoneId zone, LocalTime checkin) {
    Rhythm usual = Rhythm.USUAL;
    return new Rhythm(
        zone,
        usual.week(),
        usual.brief(),
        checkin,
        usual.digest(),
        usual.quietFrom(),
        usual.quietTo());
  }

  private static ZonedDateTime next(Rhythm rhythm, String rep, Instant after) {
    Planner planner = new Planner(rep, rhythm, day -> true);
    return planner
        .next(Routine.Kind.CHECKIN, after, rhythm.date(after))
        .orElseThrow()
        .at()
        .atZone(rhythm.zone());
  }

  @Test
  void it_is_one_to_six_minutes_off_the_half_hour_and_always_the_same_for_a_rep() {
    Instant noon = Instant.parse("2026-03-02T04:00:00Z");
    IntStream.range(0, 500)
        .forEach(
            n -> {
              ZonedDateTime at = next(Rhythm.USUAL, "rep" + n, noon);
              Duration off = Duration.between(LocalTime.of(17, 30), at.toLocalTime());
              assertThat(off).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(6));
              assertThat(next(Rhythm.USUAL, "rep" + n, noon)).isEqualTo(at);
            });
  }

  @Test
  void a_time_that_the_rep_chose_to_the_minute_is_kept() {
    Rhythm rhythm = in(Rhythm.USUAL.zone(), LocalTime.of(18, 10));
    assertThat(next(rhythm, "rep", Instant.parse("2026-03-02T04:00:00Z")).toLocalTime())
        .isEqualTo(LocalTime.of(18, 10));
  }

  @Test
  void the_local_time_stays_when_the_clocks_go_forward_and_back() {
    Rhythm rhythm = in(BERLIN, LocalTime.of(18, 10));
    assertThat(next(rhythm, "rep", Instant.parse("2026-03-28T20:00:00Z")))
        .isEqualTo(ZonedDateTime.of(2026, 3, 29, 18, 10, 0, 0, BERLIN));
    assertThat(next(rhythm, "rep", Instant.parse("2026-10-24T20:00:00Z")))
        .isEqualTo(ZonedDateTime.of(2026, 10, 25, 18, 10, 0, 0, BERLIN));
  }

  @Test
  void an_hour_that_the_night_leaves_out_or_has_twice_comes_once() {
    Rhythm rhythm = in(BERLIN, LocalTime.of(2, 15));
    ZonedDateTime spring = next(rhythm, "rep", Instant.parse("2026-03-28T20:00:00Z"));
    assertThat(spring.toLocalDateTime().toString()).isEqualTo("2026-03-29T03:15");
    ZonedDateTime first = next(rhythm, "rep", Instant.parse("2026-10-24T20:00:00Z"));
    ZonedDateTime second = next(rhythm, "rep", first.toInstant());
    assertThat(first.toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 25));
    assertThat(second.toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 26));
  }

  @Test
  void quiet_hours_span_midnight_and_end_in_the_morning() {
    Instant late = ZonedDateTime.of(2026, 3, 2, 23, 0, 0, 0, BERLIN).toInstant();
    Rhythm rhythm = in(BERLIN, LocalTime.of(17, 30));
    assertThat(rhythm.isQuiet(late)).isTrue();
    assertThat(rhythm.quietUntil(late).atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.of(7, 30));
    assertThat(rhythm.quietUntil(late).atZone(BERLIN).toLocalDate())
        .isEqualTo(LocalDate.of(2026, 3, 3));
    assertThat(rhythm.isQuiet(late.plus(Duration.ofHours(10)))).isFalse();
  }

  @Test
  void nothing_is_planned_for_a_week_without_days() {
    Planner planner = new Planner("rep", Rhythm.USUAL, day -> false);
    assertThat(planner.next(Routine.Kind.BRIEF, Instant.EPOCH, LocalDate.EPOCH)).isEmpty();
  }
}
