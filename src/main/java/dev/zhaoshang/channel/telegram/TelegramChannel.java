package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.access.Reception;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.outbox.Alarm;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.Sender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/**
 * Telegram: what reps send goes to the front door, and {@link #sender()} takes what they are told.
 * At most one instance may poll for a bot; with a webhook there may be any number.
 */
public final class TelegramChannel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TelegramChannel.class);

  /** A reply of three messages must be through before somebody thinks that its sender died. */
  private static final Duration CALL = Duration.ofSeconds(9);

  private static final Duration SLACK = Duration.ofSeconds(10);

  private final TelegramConfig config;
  private final BotApi calls;
  private final BotApi polls;
  private final Menu menu;
  private final Sender sender;
  private final Poller poller;
  private final @Nullable Webhook webhook;
  private final Receiver receiver;
  private final Readers readers;
  private final Thread thread;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable String name;

  /**
   * With the bot, and who answers.
   *
   * @param wording what it says by itself
   */
  public TelegramChannel(
      TelegramConfig config, FrontDoor door, Reception reception, Wording wording, Timing timing) {
    this.config = config;
    this.calls = new BotApi(config, CALL);
    this.polls = new BotApi(config, Poller.HOLD.plus(SLACK));
    this.menu = new Menu(calls, wording.menu(), timing.alarm(), timing.backoff());
    Courtesy courtesy = new Courtesy(calls, wording, timing.alarm(), menu);
    reception.whenChanged(menu::changed);
    this.sender =
        new TelegramSender(
            calls,
            new ChartPainter(),
            wording.enclosures(),
            chat -> reception.shutOut(TelegramSender.CHANNEL, chat));
    this.readers =
        new Readers(
            config.speechUrl() == null ? null : new Speech(calls, config.speechUrl()),
            new Sheets(calls),
            timing.alarm());
    Decoder decoder = new Decoder(config.botId(), this::botName);
    this.receiver = new Receiver(decoder, reception, door, courtesy, readers, timing.backoff());
    this.poller = new Poller(polls, receiver, timing.backoff(), timing.clock(), this::pause);
    this.webhook =
        config.webhookSecret() == null
            ? null
            : new Webhook(config.webhookSecret(), calls, receiver, timing);
    this.thread = new Thread(poller::run, "telegram-poll");
  }

  /**
   * What time it takes.
   *
   * @param backoff between tries at the platform and at a store that is away
   * @param clock the time
   * @param alarm runs what comes later
   */
  public record Timing(Backoff backoff, InstantSource clock, Alarm alarm) {}

  /** Delivers replies to the channel; may be used before {@link #start()}. */
  public Sender sender() {
    return sender;
  }

  /** The name of the bot, without {@code @}; empty while the platform cannot be asked. */
  public Optional<String> botName() {
    String known = name;
    if (known == null) {
      try {
        known = calls.call(new GetMe()).getUserName();
        name = known;
      } catch (CallFailedException e) {
        LOG.info("The name of the bot is not known yet: {}", e.getMessage());
      }
    }
    return Optional.ofNullable(known);
  }

  /** Offers the menu and begins to poll, or has updates brought; returns at once. */
  public void start() {
    menu.offer();
    if (webhook == null) {
      thread.start();
    } else {
      config.webhookUrl().ifPresent(webhook::register);
    }
  }

  /**
   * Ends polling after the update that is being kept; what is not kept stays with the platform. A
   * webhook stays as it is.
   *
   * @return false when it did not end within {@code patience}
   */
  public boolean stop(Duration patience) {
    poller.end();
    if (webhook != null) {
      webhook.end();
    }
    stopped.countDown();
    polls.close();
    try {
      thread.join(Math.max(1, patience.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /** Ends calls under way; to be called when the outbox has stopped. */
  @Override
  public void close() {
    readers.close();
    calls.close();
  }

  /** What takes the updates that Telegram brings; empty when they are polled. */
  Optional<Webhook> webhook() {
    return Optional.ofNullable(webhook);
  }

  /**
   * By which its health is judged: when the platform answered a poll last; with a webhook, now if
   * the platform knows it. Empty before.
   */
  public Optional<Instant> lastHeard(Instant now) {
    return webhook == null ? poller.lastPoll() : webhook.known().map(since -> now);
  }

  /** How many updates could not even be kept as unreadable since the start. */
  public long passedOver() {
    return receiver.passedOver();
  }

  private boolean pause(Duration duration) {
    try {
      return !stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
