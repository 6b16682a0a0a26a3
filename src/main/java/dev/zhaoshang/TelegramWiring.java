package dev.zhaoshang;

import dev.zhaoshang.access.Reception;
import dev.zhaoshang.channel.telegram.TelegramChannel;
import dev.zhaoshang.channel.telegram.Wording;
import dev.zhaoshang.content.LiveContent;
import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.outbox.Alarm;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.Sender;
import dev.zhaoshang.telemetry.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Telegram, where a bot's token is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${zhaoshang.telegram.token:}'.isBlank()")
class TelegramWiring {

  /** A poll is held open for 50 s; two that failed in a row are worth an alarm. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  @Bean(destroyMethod = "close")
  TelegramChannel telegramChannel(
      Settings settings,
      ObjectProvider<FrontDoor> door,
      Reception reception,
      LiveContent content,
      Enclosures enclosures,
      TelegramChannel.Timing timing) {
    Wording wording =
        new Wording(
            language -> content.get().say("stranger", language),
            language -> content.get().say("group", language),
            (role, language) -> CommandMenu.of(content.get(), role, language),
            enclosures);
    // The outbox sends through this channel and turns end in the outbox: the door comes last.
    return new TelegramChannel(
        settings.telegram().config(),
        update -> door.getObject().receive(update),
        reception,
        wording,
        timing);
  }

  @Bean
  TelegramChannel.Timing telegramTiming(Backoff backoff, InstantSource clock, Alarm alarm) {
    return new TelegramChannel.Timing(backoff, clock, alarm);
  }

  @Bean
  Sender telegramSender(TelegramChannel channel) {
    return channel.sender();
  }

  @Bean
  HealthIndicator telegramHealthIndicator(
      TelegramChannel channel, InstantSource clock, Telemetry telemetry) {
    telemetry.lastHeard("telegram", () -> channel.lastHeard(clock.instant()));
    return () -> {
      Optional<Instant> last = channel.lastHeard(clock.instant());
      boolean heard = last.filter(at -> at.plus(SILENCE).isAfter(clock.instant())).isPresent();
      return (heard ? Health.up() : Health.down())
          .withDetail("lastHeard", last.map(Instant::toString).orElse("none yet"))
          .withDetail("passedOver", channel.passedOver())
          .build();
    };
  }
}
