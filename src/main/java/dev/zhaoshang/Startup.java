package dev.zhaoshang;

import dev.zhaoshang.channel.telegram.TelegramChannel;
import dev.zhaoshang.channel.web.WebSettings;
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
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
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
  private final ScheduledExecutorService executor;
  private final Settings settings;
  private final WebSettings web;
  private @Nullable ScheduledFuture<?> sweep;

  Startup(
      TurnRunner turns,
      Outbox outbox,
      ObjectProvider<TelegramChannel> telegram,
      ScheduledExecutorService executor,
      Settings settings,
      WebSettings web) {
    this.turns = turns;
    this.outbox = outbox;
    this.telegram = telegram;
    this.executor = executor;
    this.settings = settings;
    this.web = web;
  }

  @Override
  public void start() {
    turns.recover();
    outbox.start();
    telegram.ifAvailable(TelegramChannel::start);
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

  @EventListener
  void ready(WebServerInitializedEvent event) {
    int port = event.getWebServer().getPort();
    if (web.open()) {
      LOG.info("Chat page: http://127.0.0.1:{}/", port);
    } else {
      LOG.info("HTTP API on port {}, with a token", port);
    }
  }
}
