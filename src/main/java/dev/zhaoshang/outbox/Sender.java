package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import java.time.Duration;

/** Delivers replies through one channel. */
public interface Sender {

  /** The channel, as in {@link OutboxEntry#channel()}. */
  String channel();

  /** How fast the platform lets us send. */
  Limits limits();

  /** How many of the platform's messages an entry takes; at least 1. */
  default int messages(OutboxEntry entry) {
    return 1;
  }

  /** Whether several replies may go as this one: its text fits into one message. */
  default boolean joins(OutboxEntry joined) {
    return false;
  }

  /** Whether the platform drops what is too much for a chat, so that instances share its limit. */
  default boolean dropsSurplus() {
    return false;
  }

  /** Hands one entry to the platform and says what became of it; never throws. */
  Result send(OutboxEntry entry);

  /** What became of a try. */
  sealed interface Result {

    /** The platform accepted it. */
    record Sent() implements Result {}

    /**
     * It may work later: a time-out, an error of the platform, a limit.
     *
     * @param after wait at least so long
     * @param why for the record
     * @param unknown whether the platform may have accepted it: its answer was lost
     */
    record TryAgain(Duration after, String why, boolean unknown) implements Result {

      /** Of a try of which it is known that it did not deliver. */
      public TryAgain(Duration after, String why) {
        this(after, why, false);
      }
    }

    /**
     * It will never work: the chat is gone or blocked, the text is refused.
     *
     * @param why for the record
     */
    record Failed(String why) implements Result {}
  }
}
