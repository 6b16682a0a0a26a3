package dev.zhaoshang.conversation;

import dev.zhaoshang.store.Marks;
import java.time.InstantSource;
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

  @SuppressWarnings("FutureReturnValueIgnored") // what is marked later tells of its own failure
  void afterMoment(Runnable marking) {
    executor.schedule(marking, Marks.MOMENT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
