package dev.zhaoshang;

import dev.zhaoshang.access.Audit;
import dev.zhaoshang.store.Retention;
import dev.zhaoshang.store.mongo.MongoStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Once a day, ends what is kept for a time only, and leaves word of it in the audit. */
@Component
class Housekeeping implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** Not in the first minutes, when everybody is back after a restart. */
  private static final long FIRST_MINUTES = 30;

  private static final long EVERY_MINUTES = 24 * 60;

  private final Retention retention;
  private final Audit audit;
  private final InstantSource clock;
  private final ScheduledExecutorService executor;
  private final Settings settings;
  private @Nullable ScheduledFuture<?> sweeps;

  Housekeeping(
      MongoStore store,
      Audit audit,
      InstantSource clock,
      ScheduledExecutorService executor,
      Settings settings) {
    this.retention = store.retention();
    this.audit = audit;
    this.clock = clock;
    this.executor = executor;
    this.settings = settings;
  }

  @Override
  public void start() {
    sweeps =
        executor.scheduleWithFixedDelay(
            this::sweep, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  /** One sweep; what fails is tried again the next day. */
  void sweep() {
    try {
      Instant now = clock.instant();
      Instant said = now.minus(settings.keepTurns());
      long gone = retention.expire(said, now.minus(settings.keepInbox()));
      if (gone > 0) {
        audit.expired(said);
        LOG.info("{} documents went whose time was over", gone);
      }
    } catch (RuntimeException e) {
      LOG.warn("What is old stays another day: {}", e.getMessage());
    }
  }

  @Override
  public void stop() {
    if (sweeps != null) {
      sweeps.cancel(false);
    }
    sweeps = null;
  }

  @Override
  public boolean isRunning() {
    return sweeps != null;
  }
}
