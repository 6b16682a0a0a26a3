package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhaoshang.channel.telegram.TelegramStandIn.Fault;
import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Paper;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.outbox.Sender.Result;
import dev.zhaoshang.outbox.Sender.Result.Failed;
import dev.zhaoshang.outbox.Sender.Result.Sent;
import dev.zhaoshang.outbox.Sender.Result.TryAgain;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSenderTest {

  private final TelegramStandIn telegram = new TelegramStandIn();
  private final List<String> shutOut = new ArrayList<>();
  private final BotApi api = new BotApi(telegram.config(), Duration.ofSeconds(20));
  private final TelegramSender sender =
      new TelegramSender(api, new ChartPainter(), this::enclosed, shutOut::add);

  @AfterEach
  void close() {
    api.close();
    telegram.close();
  }

  @Test
  void what_looks_like_markup_is_shown_as_typed() {
    assertThat(sender.send(entry("<b>价格</b> *高* _&amp;_"))).isEqualTo(new Sent());
    JsonNode sent = telegram.calls("sendMessage").get(0);
    assertThat(sent.path("text").asText()).isEqualTo("&lt;b&gt;价格&lt;/b&gt; *高* _&amp;amp;_");
    assertThat(sent.path("parse_mode").asText()).isEqualTo("HTML");
    assertThat(sent.has("reply_markup")).isFalse();
  }

  @Test
  void the_heading_of_a_card_is_bold() {
    OutboxEntry card = entry("").saying(new Reply("card.x", "太贵了 <\n别打价格战", null, "x", List.of()));
    sender.send(card);
    assertThat(telegram.texts("1001")).containsExactly("<b>太贵了 &lt;</b>\n别打价格战");
  }

  @Test
  void a_text_whose_markup_is_refused_goes_as_plain_text() {
    telegram.fault(
        "sendMessage", new Fault.Refusal(400, "Bad Request: can't parse entities: at 3", 0));
    assertThat(sender.send(entry("a < b"))).isEqualTo(new Sent());
    assertThat(telegram.texts("1001")).containsExactly("a &lt; b", "a < b");
    assertThat(telegram.calls("sendMessage").get(1).has("parse_mode")).isFalse();
  }

  @Test
  void buttons_stand_under_the_text() {
    sender.send(entry("性质？", new Button("个人", "pick:nature:individual")));
    JsonNode row = telegram.calls("sendMessage").get(0).at("/reply_markup/inline_keyboard/0");
    assertThat(row).hasSize(1);
    assertThat(row.at("/0/text").asText()).isEqualTo("个人");
    assertThat(row.at("/0/callback_data").asText()).isEqualTo("pick:nature:individual");
  }

  @Test
  void a_long_reply_is_several_messages_with_the_buttons_under_the_last() {
    String text = "客户说价格高。".repeat(1500);
    OutboxEntry entry = entry(text, new Button("好", "ok"));
    assertThat(sender.messages(entry)).isEqualTo(3);
    assertThat(sender.send(entry)).isEqualTo(new Sent());
    assertThat(String.join("", telegram.texts("1001"))).isEqualTo(text);
    assertThat(telegram.calls("sendMessage"))
        .extracting(call -> call.has("reply_markup"))
        .containsExactly(false, false, true);
  }

  @Test
  void what_arrived_of_a_long_reply_is_not_sent_again() {
    OutboxEntry entry = entry("x".repeat(4096) + "y");
    telegram.fault("sendMessage", new Fault.None(), new Fault.Refusal(429, "Too Many", 3));
    assertThat(sender.send(entry)).isInstanceOf(TryAgain.class);
    assertThat(sender.messages(entry)).isEqualTo(1);
    assertThat(sender.send(entry)).isEqualTo(new Sent());
    assertThat(telegram.texts("1001")).extracting(String::length).containsExactly(4096, 1, 1);
  }

  @Test
  void a_limit_of_the_platform_says_how_long_to_wait() {
    telegram.fault("sendMessage", new Fault.Refusal(429, "Too Many Requests: retry after 7", 7));
    assertThat(sender.send(entry("好")))
        .isEqualTo(
            new TryAgain(
                Duration.ofSeconds(7), "sendmessage failed: 429 Too Many Requests: retry after 7"));
  }

  @Test
  void a_chat_that_is_gone_or_blocked_fails_for_good() {
    telegram.fault(
        "sendMessage",
        new Fault.Refusal(403, "Forbidden: bot was blocked by the user", 0),
        new Fault.Refusal(400, "Bad Request: chat not found", 0));
    assertThat(sender.send(entry("好")))
        .isEqualTo(new Failed("sendmessage failed: 403 Forbidden: bot was blocked by the user"));
    assertThat(sender.send(entry("好"))).isInstanceOf(Failed.class);
    assertThat(shutOut).containsExactly("1001");
  }

  @Test
  void a_group_that_became_a_supergroup_is_written_to_there_from_then_on() {
    telegram.fault(
        "sendMessage",
        new Fault.Raw(
            400,
            "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded"
                + " to a supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-100200}}"));
    assertThat(sender.send(entry("好"))).isInstanceOf(TryAgain.class);
    assertThat(sender.send(entry("好"))).isInstanceOf(Sent.class);
    assertThat(telegram.texts("-100200")).containsExactly("好");
  }

  @Test
  void faults_of_the_platform_and_the_network_are_for_another_try() {
    telegram.fault(
        "sendMessage",
        new Fault.Refusal(500, "Internal", 0),
        new Fault.Raw(502, "<html>Bad gateway</html>"),
        new Fault.Refusal(401, "Unauthorized", 0),
        new Fault.Close());
    assertThat(IntStream.range(0, 4).mapToObj(i -> sender.send(entry("好"))))
        .as("whether it may have been accepted")
        .extracting(result -> ((TryAgain) result).unknown())
        .containsExactly(true, true, false, true);
    assertThat(sender.send(entry("好"))).isEqualTo(new Sent());
    assertThat(telegram.calls("sendMessage")).hasSize(5);
  }

  @Test
  void an_answer_that_breaks_off_ends_in_time() {
    BotApi hasty = new BotApi(telegram.config(), Duration.ofMillis(200));
    telegram.fault("sendMessage", new Fault.BreakOff());
    Result result =
        new TelegramSender(hasty, new ChartPainter(), this::enclosed, chat -> {}).send(entry("好"));
    hasty.close();
    assertThat(result).isInstanceOf(TryAgain.class);
  }

  @Test
  void an_answer_that_does_not_come_ends_in_time() {
    BotApi hasty = new BotApi(telegram.config(), Duration.ofMillis(200));
    CountDownLatch never = new CountDownLatch(1);
    telegram.fault("sendMessage", new Fault.Hang(never));
    Result result =
        new TelegramSender(hasty, new ChartPainter(), this::enclosed, chat -> {}).send(entry("好"));
    hasty.close();
    never.countDown();
    assertThat(result).isInstanceOf(TryAgain.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n "})
  void a_reply_without_text_fails_visibly(String text) {
    assertThat(sender.send(entry(text))).isEqualTo(new Failed("the reply has no text"));
  }

  @Test
  void no_reason_shows_the_token() {
    telegram.fault(
        "sendMessage",
        new Fault.Refusal(400, "at /bot" + TelegramStandIn.TOKEN + "/sendMessage", 0));
    assertThat(sender.send(entry("好")).toString())
        .contains("****")
        .doesNotContain(TelegramStandIn.SECRET);
    BotApi nowhere =
        new BotApi(
            new TelegramConfig(
                TelegramStandIn.TOKEN, URI.create("http://127.0.0.1:1"), null, null, null),
            Duration.ofSeconds(2));
    assertThat(
            new TelegramSender(nowhere, new ChartPainter(), this::enclosed, chat -> {})
                .send(entry("好"))
                .toString())
        .contains("TryAgain", "unknown=false")
        .doesNotContain(TelegramStandIn.SECRET);
    nowhere.close();
  }

  @Test
  void a_chart_is_a_picture_with_the_text_and_the_buttons_under_it() {
    assertThat(sender.send(pictured("本周八次", new Button("好", "ok")))).isEqualTo(new Sent());
    JsonNode sent = telegram.calls("sendPhoto").get(0);
    assertThat(sent.path("chat_id").asText()).isEqualTo("1001");
    assertThat(sent.path("caption").asText()).isEqualTo("本周八次");
    assertThat(sent.path("photo").asText()).isEqualTo("attach://chart.png");
    assertThat(sent.path("chart.png").asInt()).isGreaterThan(1000);
    assertThat(sent.path("reply_markup").asText()).contains("\"callback_data\":\"ok\"");
    assertThat(telegram.calls("sendMessage")).isEmpty();
  }

  @Test
  void a_text_too_long_for_a_caption_follows_its_picture_and_neither_is_sent_twice() {
    OutboxEntry entry = pictured("长".repeat(1025), new Button("好", "ok"));
    telegram.fault("sendMessage", new Fault.Refusal(500, "Internal", 0));
    assertThat(sender.messages(entry)).isEqualTo(2);
    assertThat(sender.send(entry)).isInstanceOf(TryAgain.class);
    assertThat(sender.send(entry)).isEqualTo(new Sent());
    assertThat(telegram.calls("sendPhoto")).hasSize(1);
    assertThat(telegram.calls("sendPhoto").get(0).has("reply_markup")).isFalse();
    assertThat(telegram.calls("sendMessage").get(1).has("reply_markup")).isTrue();
  }

  @Test
  void a_paper_follows_its_text_as_a_file_with_the_buttons_under_it() {
    Paper paper = new Paper("卡", List.of(new Paper.Part("结果", List.of("先上两家"))));
    List<Button> buttons = List.of(new Button("好", "ok"));
    OutboxEntry entry = entry(new Reply("visitcard", "# 卡", null, null, buttons).with(paper));
    assertThat(sender.messages(entry)).isEqualTo(2);
    assertThat(sender.send(entry)).isEqualTo(new Sent());
    assertThat(telegram.calls("sendMessage").get(0).has("reply_markup")).isFalse();
    JsonNode sent = telegram.calls("sendDocument").get(0);
    assertThat(sent.path("document").asText()).isEqualTo("attach://卡.pdf");
    assertThat(sent.path("reply_markup").asText()).contains("\"callback_data\":\"ok\"");
  }

  @Test
  void a_picture_that_is_refused_fails_for_good() {
    telegram.fault("sendPhoto", new Fault.Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED", 0));
    assertThat(sender.send(pictured("好")))
        .isEqualTo(new Failed("sendphoto failed: 400 Bad Request: IMAGE_PROCESS_FAILED"));
  }

  private Optional<Enclosures.Made> enclosed(Enclosure enclosure) {
    byte[] bytes = {1, 2, 3};
    return switch (enclosure.kind()) {
      case INVITE ->
          Optional.of(
              new Enclosures.Made("invite.png", "image/png", bytes, "https://t.me/b?start=X"));
      case CUSTOMER -> Optional.of(new Enclosures.Made("c.xlsx", "application/x", bytes, ""));
      case PERSON, TEAM -> Optional.empty();
    };
  }

  private static OutboxEntry enclosing(Enclosure.Kind kind) {
    OutboxEntry entry = entry("好");
    return entry.saying(entry.reply().with(new Enclosure(kind, "x", Language.ZH)));
  }

  @Test
  void an_invite_is_a_picture_with_the_link_under_its_text() {
    assertThat(sender.send(enclosing(Enclosure.Kind.INVITE))).isEqualTo(new Sent());
    JsonNode sent = telegram.calls("sendPhoto").get(0);
    assertThat(sent.path("caption").asText()).isEqualTo("好\nhttps://t.me/b?start=X");
    assertThat(sent.path("photo").asText()).isEqualTo("attach://invite.png");
  }

  @Test
  void a_sheet_is_a_document_and_what_is_gone_is_left_out() {
    assertThat(sender.send(enclosing(Enclosure.Kind.CUSTOMER))).isEqualTo(new Sent());
    assertThat(telegram.calls("sendDocument").get(0).path("document").asText())
        .isEqualTo("attach://c.xlsx");
    assertThat(sender.send(enclosing(Enclosure.Kind.PERSON))).isEqualTo(new Sent());
    assertThat(telegram.calls("sendMessage").get(0).path("text").asText()).isEqualTo("好");
  }

  private static OutboxEntry pictured(String text, Button... buttons) {
    Chart chart =
        new Chart(
            "每周练习",
            Chart.Kind.BAR,
            "",
            List.of("价格太高"),
            List.of(new Chart.Series("次数", List.of(new Chart.Point("价格太高", 8)))));
    return entry(new Reply("practice.stats", text, null, null, List.of(buttons)).with(chart));
  }

  private static OutboxEntry entry(String text, Button... buttons) {
    return entry(new Reply("recorded", text, null, null, List.of(buttons)));
  }

  private static OutboxEntry entry(Reply reply) {
    return new OutboxEntry(
        "t1#0",
        "li",
        "telegram",
        "1001",
        1,
        0,
        OutboxEntry.Priority.INTERACTIVE,
        Instant.EPOCH,
        reply,
        null,
        1,
        null,
        null,
        null);
  }
}
