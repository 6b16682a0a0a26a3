package dev.zhaoshang.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket, kept as what has to pass until it is full again. A clock that is set back costs
 * no more than what had passed. Not safe for several threads.
 */
public final class Bucket {

  private final Limits.Rate rate;
  private Duration owed = Duration.ZERO;
  private Instant since = Instant.EPOCH;

  /** A full one. */
  public Bucket(Limits.Rate rate) {
    this.rate = rate;
  }

  /** When there is a token; not after {@code now} when there is one already. */
  public Instant readyAt(Instant now) {
    return now.plus(owed(now)).minus(rate.interval().multipliedBy(rate.burst() - 1L));
  }

  /** Whether there is one token at most, so that whoever comes second waits. */
  boolean isLow(Instant now) {
    return readyAt(now).plus(rate.interval()).isAfter(now);
  }

  /** Takes tokens; more than there are makes the next taker wait longer. */
  public void take(int tokens, Instant now) {
    owed = owed(now).plus(rate.interval().multipliedBy(tokens));
    since = now;
  }

  boolean isFull(Instant now) {
    return owed(now).isZero();
  }

  /** When it is full; not after {@code now} when it is. */
  Instant fullAt(Instant now) {
    return now.plus(owed(now));
  }

  private Duration owed(Instant now) {
    if (now.isBefore(since)) {
      since = now;
    }
    Duration left = owed.minus(Duration.between(since, now));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
