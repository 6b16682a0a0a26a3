package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.outbox.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/**
 * Long polling. An update is confirmed by the offset of the request after it, which is not made
 * before the update is in the inbox; so whatever ends the process, the platform has it still.
 *
 * <p>telegrambots' own BotSession is not used: it decodes an answer as a whole (one bad update
 * blocks all), waits its own time instead of the one that the platform asks for, ends for ever when
 * the consumer throws, and drops every update whose id is lower than the last one's, although the
 * platform may start its ids anew after a quiet week.
 */
final class Poller {

  /** How long the platform may hold a request open. */
  static final Duration HOLD = Duration.ofSeconds(50);

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final BotApi api;
  private final Receiver receiver;
  private final Backoff backoff;
  private final InstantSource clock;
  private final Pause pause;

  private long offset;
  private int failures;
  private volatile boolean ended;
  private volatile @Nullable Instant lastPoll;

  Poller(BotApi api, Receiver receiver, Backoff backoff, InstantSource clock, Pause pause) {
    this.api = api;
    this.receiver = receiver;
    this.backoff = backoff;
    this.clock = clock;
    this.pause = pause;
  }

  /** Polls until {@link #end}; at most one poller of a bot may run. */
  void run() {
    while (!ended) {
      Duration wait = Duration.ZERO;
      try {
        wait = poll();
      } catch (RuntimeException | Error e) {
        LOG.error("Polling went wrong and goes on: {}", e.getClass().getName());
        wait = backoff.after(1);
      }
      if (!wait.isZero() && !pause.pause(wait)) {
        return;
      }
    }
  }

  /** Makes {@link #run} return after the update that it is at. */
  void end() {
    ended = true;
  }

  /** When the platform answered last; empty before the first time. */
  Optional<Instant> lastPoll() {
    return Optional.ofNullable(lastPoll);
  }

  /** One request; returns how long to wait before the next. */
  private Duration poll() {
    List<Received> updates;
    try {
      // The first is answered at once: health is known before anybody writes.
      Duration hold = lastPoll == null ? Duration.ZERO : HOLD;
      updates = api.call(new Poll(offset, hold)).updates();
    } catch (CallFailedException e) {
      return ended ? Duration.ZERO : waitAfter(e);
    }
    failures = 0;
    lastPoll = clock.instant();
    if (updates.isEmpty()) {
      // All is confirmed; from here the lowest id counts, whatever it will be.
      offset = 0;
    }
    for (Received update : updates) {
      if (ended || !receiver.take(update, pause)) {
        break;
      }
      offset = update.id() + 1;
    }
    return Duration.ZERO;
  }

  private Duration waitAfter(CallFailedException e) {
    failures++;
    Duration wait = backoff.after(failures);
    if (e.retryAfter().compareTo(wait) > 0) {
      wait = e.retryAfter();
    }
    if (e.code() == CONFLICT && String.valueOf(e.getMessage()).contains("webhook")) {
      LOG.warn("A webhook is set for this bot, which excludes polling; it is deleted");
      api.callAside(new DeleteWebhook());
    } else if (e.code() == CONFLICT) {
      LOG.error("Somebody else polls with this bot's token; only one may. Tried again in {}", wait);
    } else if (e.code() == UNAUTHORIZED || e.code() == NOT_FOUND) {
      LOG.error("Telegram does not know this bot; check TELEGRAM_BOT_TOKEN. {}", e.getMessage());
    } else {
      LOG.warn("Polled again in {}: {}", wait, e.getMessage());
    }
    return wait;
  }
}
