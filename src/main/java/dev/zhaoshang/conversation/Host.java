package dev.zhaoshang.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Where turns run.
 *
 * @param instance name of this instance, unlike every other's
 * @param clock the time
 * @param executor its threads run turns; the owner shuts it down
 * @param watch looks on
 */
public record Host(
    String instance, InstantSource clock, ScheduledExecutorService executor, TurnWatch watch) {

  /** Runs something later, or at once when the executor takes no more. */
  @SuppressWarnings("FutureReturnValueIgnored") // it tells of its own failure
  public void later(Runnable task, Duration delay) {
    try {
      executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      task.run();
    }
  }
}
