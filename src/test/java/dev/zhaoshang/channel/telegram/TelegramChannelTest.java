package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.channel.telegram.TelegramStandIn.Fault;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.HandClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramChannelTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final TelegramStandIn telegram = new TelegramStandIn();
  private final RecordingDoor door = new RecordingDoor();
  private final HandClock clock = new HandClock();
  private final TelegramChannel channel =
      new TelegramChannel(
          telegram.config(),
          door,
          new FrontDesk(clock).reception,
          new Wording(
              language -> "stranger",
              language -> "group",
              (role, language) -> Map.of("help", "help " + language),
              enclosure -> Optional.empty()),
          new TelegramChannel.Timing(
              new Backoff(Duration.ofHours(1), Duration.ofHours(1), () -> 0), clock, clock));

  @AfterEach
  void close() {
    channel.stop(TEN_SECONDS);
    channel.close();
    telegram.close();
  }

  @Test
  void offers_its_menu_in_both_languages_and_polls() {
    telegram.push(Updates.text(1, "hi"));
    channel.start();
    await().until(() -> door.texts().contains("hi"));
    await().until(() -> telegram.calls("setMyCommands").size() == 4);
    assertThat(telegram.calls("setMyCommands"))
        .filteredOn(c -> !c.has("scope"))
        .extracting(
            c -> c.path("language_code").asText() + ": " + c.at("/commands/0/description").asText())
        .containsExactlyInAnyOrder(": help EN", "zh: help ZH");
    assertThat(telegram.calls("getUpdates").get(0).path("allowed_updates")).hasSize(4);
  }

  @Test
  void stops_at_once_in_the_middle_of_a_poll() {
    channel.start();
    await().until(() -> telegram.calls("getUpdates").size() == 2);
    assertThat(channel.stop(TEN_SECONDS)).isTrue();
  }

  @Test
  void stops_at_once_while_it_waits_for_another_try() {
    telegram.fault("getUpdates", new Fault.Refusal(500, "Internal", 0));
    channel.start();
    await().until(() -> telegram.calls("getUpdates").size() == 1);
    assertThat(channel.stop(TEN_SECONDS)).isTrue();
  }

  @Test
  void stops_at_once_while_it_waits_for_the_store_and_leaves_the_update_to_telegram() {
    door.before(
        update -> {
          throw new dev.zhaoshang.store.StoreUnavailableException("away", new IOException("away"));
        });
    telegram.push(Updates.text(1, "hi"));
    channel.start();
    await().until(() -> telegram.calls("getUpdates").size() == 1);
    assertThat(channel.stop(TEN_SECONDS)).isTrue();
    assertThat(telegram.unconfirmed()).containsExactly(1L);
  }

  @Test
  void settings_that_cannot_be_right_are_refused_without_showing_the_token() {
    assertThatThrownBy(() -> config("secret-without-id", TelegramConfig.TELEGRAM, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret-without-id");
    assertThatThrownBy(() -> config(TelegramStandIn.TOKEN, URI.create("https://host/path"), null))
        .hasMessageContaining("TELEGRAM_API_URL");
    assertThatThrownBy(
            () ->
                config(
                    TelegramStandIn.TOKEN,
                    TelegramConfig.TELEGRAM,
                    URI.create("http://bot.example.com")))
        .hasMessageContaining("PUBLIC_URL");
    assertThat(telegram.config().toString()).doesNotContain(TelegramStandIn.SECRET);
  }

  @Test
  void a_webhook_without_a_secret_that_nobody_guesses_is_refused() {
    URI here = URI.create("https://bot.example.com");
    for (String secret :
        new String[] {"", "short", "with spaces in it all over", "x".repeat(257)}) {
      assertThatThrownBy(
              () ->
                  new TelegramConfig(
                      TelegramStandIn.TOKEN, TelegramConfig.TELEGRAM, here, secret, null))
          .as(secret)
          .hasMessageContaining("TELEGRAM_WEBHOOK_SECRET");
    }
    assertThatThrownBy(() -> config(TelegramStandIn.TOKEN, TelegramConfig.TELEGRAM, here))
        .hasMessageContaining("TELEGRAM_WEBHOOK_SECRET");
    assertThat(telegram.withWebhook().toString()).doesNotContain(TelegramStandIn.WEBHOOK_SECRET);
  }

  private static TelegramConfig config(String token, URI apiUrl, @Nullable URI publicUrl) {
    return new TelegramConfig(token, apiUrl, publicUrl, null, null);
  }
}
