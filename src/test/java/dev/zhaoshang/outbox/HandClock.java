package dev.zhaoshang.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;

/** A clock, an alarm and a worker that move by hand. */
public final class HandClock implements InstantSource, Alarm, Executor {

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::order));
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");
  private long order;

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void after(Duration delay, Runnable task) {
    timers.add(new Timer(now.plus(delay), order++, task));
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Runs what is to be done now. */
  public void work() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** How much is to be done now. */
  public int tasks() {
    return tasks.size();
  }

  /** Moves time on and runs what falls due on the way. */
  public void advance(Duration by) {
    work();
    Instant until = now.plus(by);
    while (!timers.isEmpty() && !timers.peek().at().isAfter(until)) {
      Timer timer = timers.remove();
      now = timer.at();
      timer.task().run();
      work();
    }
    now = until;
  }

  /** Sets the clock; timers run by another one. */
  public void jump(Duration by) {
    now = now.plus(by);
    List<Timer> all = List.copyOf(timers);
    timers.clear();
    all.forEach(one -> timers.add(new Timer(one.at().plus(by), one.order(), one.task())));
  }

  private record Timer(Instant at, long order, Runnable task) {}
}
