package dev.zhaoshang;

import dev.zhaoshang.channel.telegram.TelegramChannel;
import dev.zhaoshang.channel.wecom.WeComChannel;
import dev.zhaoshang.conversation.TurnRunner;
import dev.zhaoshang.outbox.Outbox;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What starts in which order: turns that were left, deliveries, channels; and stops, the other way.
 */
@Component
class Startup implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TurnRunner turns;
  private final Outbox outbox;
  private final ObjectProvider<TelegramChannel> telegram;
  private final ObjectProvider<WeComChannel> wecom;
  private final ScheduledExecutorService executor;
  private final Settings settings;
  private @Nullable ScheduledFuture<?> sweep;

  Startup(
      TurnRunner turns,
      Outbox outbox,
      ObjectProvider<TelegramChannel> telegram,
      ObjectProvider<WeComChannel> wecom,
      ScheduledExecutorService executor,
      Settings settings) {
    this.turns = turns;
    this.outbox = outbox;
    this.telegram = telegram;
    this.wecom = wecom;
    this.executor = executor;
    this.settings = settings;
  }

  @Override
  public void start() {
    turns.recover();
    outbox.start();
    telegram.ifAvailable(TelegramChannel::start);
    wecom.ifAvailable(WeComChannel::start);
    long every = settings.sweep().toMillis();
    sweep = executor.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    try {
      turns.sweep();
    } catch (RuntimeException e) {
      LOG.warn("The sweep for turns of other instances waits: {}", e.getMessage());
    }
  }

  @Override
  public void stop() {
    if (sweep != null) {
      sweep.cancel(false);
    }
    telegram.ifAvailable(channel -> channel.stop(PATIENCE));
    if (!outbox.stop(PATIENCE)) {
      LOG.warn("Some deliveries were still under way; they are kept and tried at the next start");
    }
    sweep = null;
  }

  @Override
  public boolean isRunning() {
    return sweep != null;
  }
}
