package dev.zhaoshang.outbox;

import java.time.Duration;

/**
 * How fast a platform lets us send.
 *
 * @param chat to one chat
 * @param all to all chats together
 */
public record Limits(Rate chat, Rate all) {

  /**
   * One message each {@code interval}, and up to {@code burst} at once after a pause.
   *
   * @param burst at least 1
   * @param interval longer than nothing
   */
  public record Rate(int burst, Duration interval) {

    public Rate {
      if (burst < 1 || interval.isNegative() || interval.isZero()) {
        throw new IllegalArgumentException("a rate needs a burst of 1 or more and an interval");
      }
    }
  }
}
