package dev.zhaoshang.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void waits_double_up_to_the_longest() {
    Backoff backoff = new Backoff(SECOND, Duration.ofSeconds(10), () -> 0);
    assertThat(IntStream.of(1, 2, 3, 4, 5, 1_000_000).mapToObj(backoff::after))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
  }

  @Test
  void chance_takes_off_up_to_half() {
    Backoff backoff = new Backoff(SECOND, Duration.ofSeconds(10), () -> 0.5);
    assertThat(backoff.after(2)).isEqualTo(Duration.ofMillis(1500));
  }
}
