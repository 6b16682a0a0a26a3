package dev.zhaoshang;

import dev.zhaoshang.access.Audit;
import dev.zhaoshang.store.Retention;
import dev.zhaoshang.store.mongo.MongoStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once a day, ends what is kept for a time only, and leaves word of it in the audit. */
@Component
class Housekeeping {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** Not in the first minutes, when everybody is back after a restart. */
  private static final long FIRST_MINUTES = 30;

  private static final long EVERY_MINUTES = 24 * 60;

  private final Retention retention;
  private final Audit audit;
  private final InstantSource clock;
  private final Settings settings;

  Housekeeping(MongoStore store, Audit audit, InstantSource clock, Settings settings) {
    this.retention = store.retention();
    this.audit = audit;
    this.clock = clock;
    this.settings = settings;
  }

  /** One sweep; what fails is tried again the next day. */
  @Scheduled(
      initialDelay = FIRST_MINUTES,
      fixedDelay = EVERY_MINUTES,
      timeUnit = TimeUnit.MINUTES,
      scheduler = ConversationWiring.EXECUTOR)
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
}
