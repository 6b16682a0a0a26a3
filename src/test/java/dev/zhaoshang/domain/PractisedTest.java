package dev.zhaoshang.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zhaoshang.domain.Practised.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PractisedTest {

  private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");

  @Test
  void times_between_grow_as_in_sm_2() {
    // Wozniak 1990 with 4 each time: the ease stays 2.5, so 1, 6, 15, 38, 95 days.
    assertThat(intervals(4, 4, 4, 4, 4)).containsExactly(1, 6, 15, 38, 95);
  }

  @Test
  void what_is_easy_grows_faster_and_what_is_hard_slower() {
    assertThat(intervals(5, 5, 5, 5)).containsExactly(1, 6, 17, 48);
    assertThat(intervals(3, 3, 3, 3)).containsExactly(1, 6, 14, 30);
  }

  @Test
  void a_failure_begins_anew_and_lowers_the_ease() {
    Practised failed = practised(4, 4, 4, 1);
    assertThat(failed.interval()).isEqualTo(1);
    assertThat(failed.repetitions()).isZero();
    assertThat(failed.ease()).isCloseTo(1.96, within(1e-9));
    assertThat(failed.next()).isEqualTo(failed.last().at().plus(Duration.ofDays(1)));
  }

  @Test
  void the_ease_never_falls_below_its_least() {
    assertThat(practised(0, 0, 0, 0).ease()).isEqualTo(1.3);
  }

  @Test
  void the_latest_attempts_are_kept_and_all_are_counted() {
    Practised many = practised(5, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3);
    assertThat(many.times()).isEqualTo(13);
    assertThat(many.recent()).hasSize(Practised.RECENT);
    assertThat(many.passes()).isEqualTo(1);
    assertThat(many.last().passed()).isTrue();
  }

  private static List<Integer> intervals(int... grades) {
    List<Integer> intervals = new ArrayList<>();
    for (int i = 1; i <= grades.length; i++) {
      intervals.add(practised(java.util.Arrays.copyOf(grades, i)).interval());
    }
    return intervals;
  }

  private static Practised practised(int... grades) {
    Practised practised = Practised.first("noFunds", new Attempt(START, grades[0]));
    for (int i = 1; i < grades.length; i++) {
      practised = practised.with(new Attempt(practised.next(), grades[i]));
    }
    return practised;
  }
}
