package dev.zhaoshang.outbox;

import java.time.Duration;
import java.time.Instant;

/** A token bucket, kept as the time at which it is full again. Not safe for several threads. */
public final class Bucket {

  private final Limits.Rate rate;
  private Instant full = Instant.EPOCH;

  /** A full one. */
  public Bucket(Limits.Rate rate) {
    this.rate = rate;
  }

  /** When there is a token; in the past when there is one already. */
  public Instant readyAt() {
    return full.minus(rate.interval().multipliedBy(rate.burst() - 1L));
  }

  /** Whether there is one token at most, so that whoever comes second waits. */
  boolean isLow(Instant now) {
    return readyAt().plus(rate.interval()).isAfter(now);
  }

  /** Takes tokens; more than there are makes the next taker wait longer. */
  public void take(int tokens, Instant now) {
    Duration worth = rate.interval().multipliedBy(tokens);
    full = (full.isAfter(now) ? full : now).plus(worth);
  }

  boolean isFull(Instant now) {
    return !full.isAfter(now);
  }
}
