package dev.zhaoshang.outbox;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before another try: doubling from {@code first} to {@code longest}, less a
 * random part of up to half, so that those who failed together do not come back together.
 *
 * @param first before the second try
 * @param longest at most
 * @param random from 0 (included) to 1 (excluded)
 */
public record Backoff(Duration first, Duration longest, DoubleSupplier random) {

  private static final int MAX_DOUBLINGS = 30;

  /**
   * The wait after so many failed tries.
   *
   * @param tries at least 1
   */
  public Duration after(int tries) {
    int doublings = Math.min(Math.max(tries, 1) - 1, MAX_DOUBLINGS);
    long full = Math.min(first.toMillis() << doublings, longest.toMillis());
    return Duration.ofMillis(full - (long) (full / 2.0 * random.getAsDouble()));
  }
}
