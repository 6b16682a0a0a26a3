package dev.zhaoshang.store.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Keeps the file within a small multiple of its data, in steps too short to be noticed. */
final class Compaction implements AutoCloseable {

  /** Live share of the file, in percent, below which it is compacted. */
  private static final int TARGET_FILL_RATE = 50;

  /** Most that one step rewrites, in bytes; about 20 ms, during which writes wait. */
  private static final int STEP = 1 << 20;

  private static final long INTERVAL_MILLIS = 200;

  private final MVStore store;
  private final GroupCommit commits;
  private @Nullable ScheduledFuture<?> schedule;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "store-compaction");
            thread.setDaemon(true);
            return thread;
          });

  Compaction(MVStore store, GroupCommit commits) {
    this.store = store;
    this.commits = commits;
  }

  void start() {
    schedule =
        timer.scheduleWithFixedDelay(
            this::step, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Rewrites the live part of the emptiest chunks, so that their space can be used again. */
  void step() {
    commits.exclusively(
        () -> {
          if (!store.isClosed()) {
            store.compact(TARGET_FILL_RATE, STEP);
          }
        });
  }

  @Override
  public void close() {
    if (schedule != null) {
      schedule.cancel(false);
    }
    timer.shutdown();
  }
}
