package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.channel.telegram.TelegramStandIn.Fault;
import dev.zhaoshang.channel.telegram.Webhook.Answer;
import dev.zhaoshang.document.Workbook;
import dev.zhaoshang.domain.Table;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Update.Kind;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.HandClock;
import dev.zhaoshang.store.StoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The channel with a webhook, against a stand-in of the Bot API. */
class WebhookTest {

  private final TelegramStandIn telegram = new TelegramStandIn();
  private final RecordingDoor door = new RecordingDoor();
  private final HandClock clock = new HandClock();
  private final TelegramChannel channel =
      new TelegramChannel(
          telegram.withWebhook(),
          door,
          new FrontDesk(clock).reception,
          new Wording(
              language -> "stranger",
              language -> "group",
              (role, language) -> Map.of(),
              enclosure -> Optional.empty()),
          new TelegramChannel.Timing(
              new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0), clock, clock));

  @AfterEach
  void close() {
    channel.stop(Duration.ofSeconds(1));
    channel.close();
    telegram.close();
  }

  @Test
  void tells_telegram_where_to_come_and_with_what_until_it_is_understood() {
    telegram.fault("setWebhook", new Fault.Refusal(502, "Bad Gateway", 0));
    channel.start();
    assertThat(channel.lastHeard(clock.instant())).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(telegram.calls("setWebhook")).hasSize(2);
    JsonNode call = telegram.calls("setWebhook").get(1);
    assertThat(call.path("url").asText()).isEqualTo("https://bot.example.com/hooks/telegram");
    assertThat(call.path("secret_token").asText())
        .isEqualTo(TelegramStandIn.WEBHOOK_SECRET)
        .matches("[A-Za-z0-9_-]{1,256}")
        .doesNotContain(TelegramStandIn.SECRET);
    assertThat(call.path("allowed_updates")).hasSize(4);
    assertThat(channel.lastHeard(clock.instant())).contains(clock.instant());
  }

  @Test
  void the_route_says_why_it_refuses_and_an_oversized_body_is_not_even_read() throws Exception {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("channel", channel);
    MockMvc http =
        MockMvcBuilders.standaloneSetup(
                new WebhookController(beans.getBeanProvider(TelegramChannel.class)))
            .build();
    String right = TelegramStandIn.WEBHOOK_SECRET;
    assertThat(status(http, right, Updates.text(1, "一"))).isEqualTo(200);
    assertThat(status(http, "x" + right, Updates.text(2, "二"))).isEqualTo(401);
    assertThat(status(http, right, "[[[")).isEqualTo(400);
    assertThat(status(http, right, Updates.text(3, "x".repeat(1 << 20)))).isEqualTo(413);
    assertThat(door.texts()).containsExactly("一");
  }

  private static int status(MockMvc http, String secret, String body) throws Exception {
    return http.perform(
            post(TelegramConfig.WEBHOOK_PATH)
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .content(body))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void stopping_leaves_the_webhook_to_the_other_instances() {
    channel.start();
    assertThat(channel.stop(Duration.ofSeconds(1))).isTrue();
    assertThat(telegram.calls("deleteWebhook")).isEmpty();
    assertThat(telegram.calls("getUpdates")).isEmpty();
    assertThat(telegram.calls("setWebhook")).hasSize(1);
  }

  @Test
  void an_update_is_kept_before_it_is_acknowledged_and_once() {
    assertThat(bring(Updates.text(1, "一"))).isEqualTo(Answer.TAKEN);
    assertThat(door.texts()).containsExactly("一");
    assertThat(bring(Updates.text(1, "一"))).isEqualTo(Answer.TAKEN);
    assertThat(door.texts()).containsExactly("一");
  }

  @Test
  void a_wrong_secret_opens_nothing() {
    byte[] body = Updates.text(1, "一").getBytes(StandardCharsets.UTF_8);
    assertThat(take(null, body)).isEqualTo(Answer.FORBIDDEN);
    assertThat(take("", body)).isEqualTo(Answer.FORBIDDEN);
    assertThat(take(TelegramStandIn.WEBHOOK_SECRET + "x", body)).isEqualTo(Answer.FORBIDDEN);
    assertThat(door.received()).isZero();
  }

  @Test
  void what_is_no_update_is_refused() {
    for (String body : new String[] {"", "{", "[]", "7", "{\"update_id\":\"x\"}", "<xml/>"}) {
      assertThat(bring(body)).as(body).isEqualTo(Answer.MALFORMED);
    }
    assertThat(door.received()).isZero();
  }

  @Test
  void unknown_fields_and_kinds_from_the_future_do_no_harm() {
    assertThat(bring("{\"update_id\":1,\"thought\":{\"x\":1}}")).isEqualTo(Answer.TAKEN);
    assertThat(bring(Updates.text(2, "一").replace("\"date\":1", "\"date\":1,\"mood\":[{}]")))
        .isEqualTo(Answer.TAKEN);
    assertThat(door.texts()).containsExactly("一");
  }

  @Test
  void a_store_that_is_away_leaves_the_update_to_telegram() {
    door.before(
        update -> {
          throw new StoreUnavailableException("away", new IOException("away"));
        });
    assertThat(bring(Updates.text(1, "一"))).isEqualTo(Answer.LATER);
    door.before(update -> {});
    assertThat(bring(Updates.text(1, "一"))).isEqualTo(Answer.TAKEN);
    assertThat(door.texts()).containsExactly("一");
  }

  @Test
  void a_tap_is_answered_wherever_it_was_and_whatever_it_says() {
    String inGroup =
        Updates.tap(5, "pick:d:nature:individual")
            .replace(
                "\"chat\":{\"id\":1001,\"type\":\"private\"",
                "\"chat\":{\"id\":-1001,\"type\":\"supergroup\"");
    assertThat(inGroup).contains("supergroup");
    bring(inGroup);
    bring(Updates.tap(6, "x".repeat(65)));
    await().until(() -> telegram.calls("answerCallbackQuery").size() == 2);
    assertThat(door.received()).isZero();
  }

  @Test
  void an_update_that_cannot_be_decoded_is_kept_as_unreadable() {
    assertThat(bring(Updates.poison(1))).isEqualTo(Answer.TAKEN);
    assertThat(door.kept()).extracting(Update::kind).containsExactly(Kind.UNREADABLE);
  }

  @Test
  void a_voice_message_is_followed_by_what_it_says() {
    bring(voice());
    await().until(() -> door.kept().size() == 2);
    assertThat(door.kept()).extracting(Update::kind).containsExactly(Kind.VOICE, Kind.TEXT);
    assertThat(door.kept().get(0).file()).isNotNull();
    assertThat(door.kept().get(1).text()).isEqualTo("手机13812345678");
    assertThat(door.kept().get(1).id()).isEqualTo("telegram:4711:8:heard");
  }

  @Test
  void what_a_voice_message_says_waits_for_a_store_that_is_away() {
    AtomicInteger away = new AtomicInteger(3);
    door.before(
        update -> {
          if (update.id().endsWith(Update.HEARD) && away.getAndDecrement() > 0) {
            throw new StoreUnavailableException("away", new IOException("away"));
          }
        });
    bring(voice());
    await()
        .until(
            () -> {
              clock.advance(Duration.ofSeconds(1));
              return door.kept().size() == 2;
            });
    assertThat(door.kept().get(1).text()).isEqualTo("手机13812345678");
  }

  @Test
  void a_voice_message_that_nobody_can_write_down_asks_to_type() {
    telegram.fault("speech", new Fault.Raw(500, "no"));
    bring(voice());
    await().until(() -> door.kept().size() == 2);
    assertThat(door.kept().get(1).kind()).isEqualTo(Kind.VOICE);
    assertThat(door.kept().get(1).file()).isNull();
  }

  @Test
  void a_spreadsheet_is_followed_by_what_it_says() throws IOException {
    Table table =
        new Table(List.of("姓名", "手机"), List.of(new Table.Line(2, List.of("王建国", "13812345678"))));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Workbook.write(table, file, "customers");
    telegram.gives(file.toByteArray());
    bring(sheet());
    await().until(() -> door.kept().size() == 2);
    assertThat(door.kept()).extracting(Update::kind).containsExactly(Kind.FILE, Kind.SHEET);
    assertThat(Table.of(door.kept().get(1).text())).isEqualTo(table);
    assertThat(door.kept().get(1).id()).isEqualTo("telegram:4711:9:sheet");
  }

  @Test
  void a_spreadsheet_that_is_none_is_followed_by_nothing_that_it_says() {
    bring(sheet());
    await().until(() -> door.kept().size() == 2);
    assertThat(door.kept().get(1).kind()).isEqualTo(Kind.SHEET);
    assertThat(door.kept().get(1).text()).isEmpty();
  }

  private static String sheet() {
    return Updates.message(
        9,
        "\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\","
            + "\"file_name\":\"customers.xlsx\",\"file_size\":100}");
  }

  private static String voice() {
    return Updates.message(
        8,
        "\"voice\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":3,"
            + "\"mime_type\":\"audio/ogg\",\"file_size\":100}");
  }

  private Answer bring(String update) {
    return take(TelegramStandIn.WEBHOOK_SECRET, update.getBytes(StandardCharsets.UTF_8));
  }

  private Answer take(@Nullable String secret, byte[] body) {
    return channel.webhook().orElseThrow().take(secret, body);
  }
}
