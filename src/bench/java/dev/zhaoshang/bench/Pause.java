package dev.zhaoshang.bench;

import java.util.concurrent.locks.LockSupport;

/** Waits by the monotonic clock. */
final class Pause {

  private Pause() {}

  static void nanos(long nanos) {
    until(System.nanoTime() + nanos);
  }

  /** Until {@link System#nanoTime()} reaches the deadline. */
  static void until(long deadline) {
    for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
