package dev.zhaoshang.channel.telegram;

import java.time.Duration;

/** How the poller waits between tries. */
@FunctionalInterface
interface Pause {

  /** Waits so long; false, at once, when polling is to end. */
  boolean pause(Duration duration);
}
