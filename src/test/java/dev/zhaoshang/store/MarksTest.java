package dev.zhaoshang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {

  private final List<List<String>> written = new ArrayList<>();
  private final List<Runnable> timers = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();
  private boolean broken;
  private final Marks marks =
      new Marks(
          ids -> {
            if (broken) {
              throw new IllegalStateException("not allowed");
            }
            written.add(ids);
          },
          (task, delay) -> {
            timers.add(task);
            delays.add(delay);
          });

  @Test
  void marks_of_one_moment_are_written_together() {
    marks.set(List.of("a"));
    marks.set(List.of("b", "c"));
    assertThat(written).isEmpty();
    ring();
    assertThat(written).containsExactly(List.of("a", "b", "c"));
    assertThat(timers).isEmpty();
  }

  @Test
  void the_next_mark_begins_the_next_moment() {
    marks.set(List.of("a"));
    ring();
    marks.set(List.of("b"));
    ring();
    assertThat(written).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void what_could_not_be_written_is_tried_again_later_with_what_came_since() {
    broken = true;
    marks.set(List.of("a"));
    ring();
    marks.set(List.of("b"));
    broken = false;
    ring();
    assertThat(delays).containsExactly(Marks.MOMENT, Marks.LATER);
    assertThat(written).containsExactly(List.of("a", "b"));
  }

  @Test
  void nothing_is_written_when_nothing_waits() {
    marks.set(List.of());
    marks.write();
    assertThat(written).isEmpty();
    assertThat(timers).isEmpty();
  }

  private void ring() {
    timers.remove(0).run();
  }
}
