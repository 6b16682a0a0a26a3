package dev.zhaoshang.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.PracticeOrder.Reason;
import dev.zhaoshang.domain.Practised.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticeOrderTest {

  private static final Instant NOW = Instant.parse("2026-03-20T04:00:00Z");

  private final Practised weak = Practised.first("weak", new Attempt(ago(5), 1));
  private final Practised due = Practised.first("due", new Attempt(ago(3), 4));
  private final Practised later = Practised.first("later", new Attempt(NOW, 5));
  private final Practised won = Practised.first("won", new Attempt(ago(1), 5));

  @Test
  void what_was_lost_in_a_call_comes_before_what_is_weak_due_new_and_not_yet_due() {
    PracticeOrder order =
        new PracticeOrder(
            Map.of("weak", weak, "due", due, "later", later), Map.of("lost", ago(2)), NOW);
    assertThat(order.of(List.of("later", "new", "due", "weak", "lost")))
        .containsExactly("lost", "weak", "due", "new", "later");
    assertThat(order.reason("weak")).isEqualTo(Reason.WEAK);
  }

  @Test
  void of_several_that_were_lost_the_latest_comes_first() {
    PracticeOrder order =
        new PracticeOrder(Map.of(), Map.of("a", ago(9), "b", ago(1), "c", ago(4)), NOW);
    assertThat(order.of(List.of("a", "b", "c"))).containsExactly("b", "c", "a");
  }

  @Test
  void a_loss_counts_until_it_was_practised_or_two_weeks_have_passed() {
    PracticeOrder order =
        new PracticeOrder(Map.of("won", won), Map.of("won", ago(2), "old", ago(15)), NOW);
    assertThat(order.reason("won")).isEqualTo(Reason.DUE);
    assertThat(order.reason("old")).isEqualTo(Reason.NEW);
    PracticeOrder again = new PracticeOrder(Map.of("won", won), Map.of("won", NOW), NOW);
    assertThat(again.reason("won")).isEqualTo(Reason.LOST);
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }
}
