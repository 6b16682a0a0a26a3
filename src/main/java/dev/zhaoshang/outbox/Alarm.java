package dev.zhaoshang.outbox;

import java.time.Duration;

/** Runs something later; {@code ScheduledExecutorService} in the application. */
@FunctionalInterface
public interface Alarm {

  /** Runs the task once, on any thread, when the delay is over. */
  void after(Duration delay, Runnable task);
}
