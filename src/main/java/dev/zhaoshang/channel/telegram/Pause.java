package dev.zhaoshang.channel.telegram;

import java.time.Duration;

/** How a receiver of updates waits between tries. */
@FunctionalInterface
interface Pause {

  /** Waits so long; false, at once, when receiving is to end. */
  boolean pause(Duration duration);
}
