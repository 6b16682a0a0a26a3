package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.Sender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Telegram: what reps send goes to the front door, and {@link #sender()} takes what they are told.
 * At most one instance may poll for a bot; whoever may, calls {@link #start()}.
 */
public final class TelegramChannel implements AutoCloseable {

  /** A reply of three messages must be through before somebody thinks that its sender died. */
  private static final Duration CALL = Duration.ofSeconds(9);

  private static final Duration SLACK = Duration.ofSeconds(10);

  private final BotApi calls;
  private final BotApi polls;
  private final Courtesy courtesy;
  private final Sender sender;
  private final Poller poller;
  private final Thread thread;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * With the bot, and who answers.
   *
   * @param wording what it says by itself
   * @param backoff between tries at the platform and at a store that is away
   */
  public TelegramChannel(
      TelegramConfig config,
      FrontDoor door,
      Directory directory,
      Wording wording,
      Backoff backoff,
      InstantSource clock) {
    this.calls = new BotApi(config, CALL);
    this.polls = new BotApi(config, Poller.HOLD.plus(SLACK));
    this.courtesy = new Courtesy(calls, wording);
    this.sender = new TelegramSender(calls, new ChartPainter());
    Receiver receiver =
        new Receiver(new Decoder(config.botId()), directory, door, courtesy, backoff, this::pause);
    this.poller = new Poller(polls, receiver, backoff, clock, this::pause);
    this.thread = new Thread(poller::run, "telegram-poll");
  }

  /** Delivers replies to the channel; may be used before {@link #start()}. */
  public Sender sender() {
    return sender;
  }

  /** Offers the menu and begins to poll; returns at once. */
  public void start() {
    courtesy.offerMenu();
    thread.start();
  }

  /**
   * Ends polling after the update that is being kept; what is not kept stays with the platform.
   *
   * @return false when it did not end within {@code patience}
   */
  public boolean stop(Duration patience) {
    poller.end();
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
    calls.close();
  }

  /** When the platform answered a poll last, by which its health is judged; empty before. */
  public Optional<Instant> lastPoll() {
    return poller.lastPoll();
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
