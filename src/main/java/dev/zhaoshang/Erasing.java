package dev.zhaoshang;

import dev.zhaoshang.access.ErasureWorker;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few seconds for erasures that are not done, and goes on with them. */
@Component
class Erasing {

  private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

  /** Who asked waits for word of the end, but not on the line. */
  private static final long EVERY_SECONDS = 5;

  private final ErasureWorker erasures;

  Erasing(ErasureWorker erasures) {
    this.erasures = erasures;
  }

  @Scheduled(
      fixedDelay = EVERY_SECONDS,
      timeUnit = TimeUnit.SECONDS,
      scheduler = ConversationWiring.EXECUTOR)
  void sweep() {
    try {
      erasures.sweep();
    } catch (RuntimeException e) {
      // Not its message: it may show what is erased.
      LOG.warn("An erasure waits: {}", e.getClass().getName());
    }
  }
}
