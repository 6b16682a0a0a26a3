package dev.zhaoshang.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhaoshang.outbox.Alarm;
import dev.zhaoshang.outbox.Backoff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Updates that Telegram brings. Any number of instances may take them; none of them ever deletes
 * the webhook, which would cut off the others.
 */
final class Webhook {

  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Telegram waits longer than this, and comes again after a failure. */
  private static final int PAUSES = 4;

  private static final Duration PAUSE = Duration.ofMillis(250);
  private final String secret;
  private final BotApi api;
  private final Receiver receiver;
  private final Backoff backoff;
  private final Alarm alarm;
  private final InstantSource clock;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Instant known;

  Webhook(String secret, BotApi api, Receiver receiver, TelegramChannel.Timing timing) {
    this.secret = secret;
    this.api = api;
    this.receiver = receiver;
    this.backoff = timing.backoff();
    this.alarm = timing.alarm();
    this.clock = timing.clock();
  }

  /** What is answered to Telegram. */
  enum Answer {
    /** It is kept, or none of ours. */
    TAKEN,
    /** It does not bear the secret. */
    FORBIDDEN,
    /** It is no update. */
    MALFORMED,
    /** It could not be kept; Telegram is to bring it again. */
    LATER
  }

  /** Tells Telegram where to bring updates, until it has understood. */
  void register(String url) {
    register(url, 1);
  }

  private void register(String url, int tries) {
    if (ended.getCount() == 0) {
      return;
    }
    try {
      api.call(new Registration(url, secret));
      known = clock.instant();
      LOG.info("Telegram brings updates to {}", url);
    } catch (CallFailedException e) {
      Duration wait = backoff.after(tries);
      LOG.warn("Telegram does not take the webhook, tried again in {}: {}", wait, e.getMessage());
      alarm.after(wait, () -> register(url, tries + 1));
    }
  }

  /** Registers no more; the webhook stays. */
  void end() {
    ended.countDown();
  }

  /** Since when Telegram knows where to bring updates; empty before. */
  Optional<Instant> known() {
    return Optional.ofNullable(known);
  }

  /** Takes what was brought. */
  Answer take(@Nullable String shown, byte[] body) {
    byte[] right = this.secret.getBytes(StandardCharsets.US_ASCII);
    if (shown == null || !MessageDigest.isEqual(right, shown.getBytes(StandardCharsets.UTF_8))) {
      return Answer.FORBIDDEN;
    }
    JsonNode json;
    try {
      json = MAPPER.readTree(body);
    } catch (IOException e) {
      return Answer.MALFORMED;
    }
    if (!json.path("update_id").canConvertToLong() || !json.path("update_id").isNumber()) {
      return Answer.MALFORMED;
    }
    return receiver.take(Received.of(json), new Pauses()) ? Answer.TAKEN : Answer.LATER;
  }

  /** A few short pauses, and then Telegram keeps the update. */
  private final class Pauses implements Pause {

    private int left = PAUSES;

    @Override
    public boolean pause(Duration duration) {
      if (left-- == 0) {
        return false;
      }
      try {
        long millis = Math.min(duration.toMillis(), PAUSE.toMillis());
        return !ended.await(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
