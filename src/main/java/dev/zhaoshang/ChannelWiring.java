package dev.zhaoshang;

import dev.zhaoshang.channel.web.WebSettings;
import dev.zhaoshang.conversation.Host;
import dev.zhaoshang.outbox.Alarm;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.Mailbox;
import dev.zhaoshang.outbox.Outbox;
import dev.zhaoshang.outbox.Sender;
import dev.zhaoshang.store.mongo.MongoStore;
import dev.zhaoshang.telemetry.Telemetry;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels, and what waits to be delivered through them. */
@Configuration(proxyBeanMethods = false)
class ChannelWiring {

  /** Sends that may wait for a platform at once. */
  private static final int SENDS = 16;

  /** Three tries in vain, or more reminders than the platform takes in that time. */
  private static final Duration AGED = Duration.ofMinutes(15);

  @Bean
  Backoff backoff() {
    return new Backoff(
        Duration.ofSeconds(1),
        Duration.ofMinutes(5),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  @Bean(destroyMethod = "shutdown")
  ExecutorService sendExecutor() {
    return Executors.newFixedThreadPool(SENDS);
  }

  @Bean
  Alarm alarm(ScheduledExecutorService turnExecutor) {
    return (delay, task) -> {
      var set = turnExecutor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
      assert set != null;
    };
  }

  @Bean
  Outbox outbox(
      MongoStore store,
      List<Sender> senders,
      Backoff backoff,
      InstantSource clock,
      ExecutorService sendExecutor,
      Alarm alarm,
      Telemetry telemetry) {
    Outbox outbox =
        new Outbox(
            store.deliveries(),
            senders.stream().map(telemetry::timed).toList(),
            backoff,
            clock,
            sendExecutor,
            alarm);
    telemetry.watch(outbox);
    return outbox;
  }

  /** Red while something that is due is not delivered. */
  @Bean
  HealthIndicator outboxHealthIndicator(Outbox outbox, InstantSource clock) {
    return () -> {
      Instant oldest = outbox.figures().oldest();
      boolean aged = oldest != null && oldest.plus(AGED).isBefore(clock.instant());
      return (aged ? Health.down() : Health.up()).build();
    };
  }

  @Bean
  Mailbox mailbox(MongoStore store, Host host) {
    return new Mailbox("web", store.deliveries(), host.clock(), host::later);
  }

  /** Ids of updates to which the client gave none. */
  @Bean
  Supplier<String> updateIds() {
    return () -> UUID.randomUUID().toString();
  }

  /** Open only in the demo: the embedded store, no token, and the loopback address. */
  @Bean
  WebSettings webSettings(Settings settings, ServerProperties server) {
    InetAddress address = server.getAddress();
    boolean loopback = address != null && address.isLoopbackAddress();
    String token = settings.http().token();
    boolean open = settings.isEmbedded() && token.isBlank() && loopback;
    return new WebSettings(open, token.isBlank() ? null : token, settings.http().patience());
  }
}
