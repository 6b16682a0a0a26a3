package dev.zhaoshang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhaoshang.channel.wecom.TokenCache.Token;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.outbox.HandClock;
import dev.zhaoshang.outbox.Sender.Result;
import dev.zhaoshang.outbox.Sender.Result.Failed;
import dev.zhaoshang.outbox.Sender.Result.Sent;
import dev.zhaoshang.outbox.Sender.Result.TryAgain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real sender on WxJava against a stand-in of the platform. */
class WeComSenderTest {

  private final HandClock clock = new HandClock();
  private final WeComStandIn wecom = new WeComStandIn();
  private final Tokens tokens = new Tokens();
  private final List<String> shutOut = new ArrayList<>();
  private final WeComSender sender = sender();

  @AfterEach
  void close() {
    wecom.close();
  }

  @Test
  void a_reply_is_a_text_that_the_platform_may_check_for_copies() {
    assertThat(sender.send(entry("t1#0", "手机号？"))).isEqualTo(new Sent());
    JsonNode sent = wecom.calls("message/send").get(0);
    assertThat(sent.path("touser").asText()).isEqualTo("LiLei");
    assertThat(sent.path("agentid").asInt()).isEqualTo(1000002);
    assertThat(sent.path("enable_duplicate_check").asInt()).isEqualTo(1);
    assertThat(wecom.texts("LiLei")).containsExactly("手机号？");
  }

  @Test
  void the_same_words_twice_are_no_copy_but_the_same_reply_twice_is() {
    sender.send(entry("t1#0", "手机号？"));
    sender.send(entry("t2#0", "手机号？"));
    sender.send(entry("t1#0", "手机号？"));
    List<String> contents =
        wecom.calls("message/send").stream().map(c -> c.at("/text/content").asText()).toList();
    assertThat(contents.get(0)).isNotEqualTo(contents.get(1)).isEqualTo(contents.get(2));
  }

  @Test
  void a_long_text_is_split_by_bytes_and_nothing_of_it_is_lost() {
    String text = "客户说价格高😀。".repeat(300);
    OutboxEntry entry = entry("t1#0", text);
    assertThat(sender.messages(entry)).isEqualTo(wecomParts(text));
    sender.send(entry);
    assertThat(String.join("", wecom.texts("LiLei"))).isEqualTo(text);
    assertThat(wecom.calls("message/send"))
        .allSatisfy(
            call ->
                assertThat(ByteText.bytes(call.at("/text/content").asText()))
                    .isLessThanOrEqualTo(2048));
  }

  @Test
  void buttons_are_a_card_with_the_text_on_it_when_it_is_short() {
    sender.send(entry("t1#0", "性质？", new Button("个人", "pick:d:nature:individual")));
    JsonNode card = wecom.calls("message/send").get(0);
    assertThat(card.path("msgtype").asText()).isEqualTo("template_card");
    assertThat(card.at("/template_card/card_type").asText()).isEqualTo("button_interaction");
    assertThat(card.at("/template_card/sub_title_text").asText()).isEqualTo("性质？");
    assertThat(card.at("/template_card/button_list/0/text").asText()).isEqualTo("个人");
    assertThat(Key.read(card.at("/template_card/button_list/0/key").asText()))
        .isEqualTo(new Key("pick:d:nature:individual", "个人"));
    assertThat(card.at("/template_card/task_id").asText()).matches("[\\w@-]{1,128}");
    assertThat(wecom.calls("message/send")).hasSize(1);
  }

  @Test
  void a_long_text_stands_before_its_card_and_seven_buttons_take_two_cards() {
    Button[] buttons =
        IntStream.range(0, 7).mapToObj(n -> new Button("b" + n, "x:" + n)).toArray(Button[]::new);
    sender.send(entry("t1#0", "长".repeat(200), buttons));
    assertThat(wecom.calls("message/send"))
        .extracting(call -> call.path("msgtype").asText())
        .containsExactly("text", "template_card", "template_card");
  }

  @Test
  void where_cards_are_not_taken_the_same_goes_as_text() {
    wecom.answer("message/send", "{\"errcode\":40058,\"errmsg\":\"invalid card\"}");
    assertThat(sender.send(entry("t1#0", "性质？", new Button("个人", "pick:d:n:i"))))
        .isEqualTo(new Sent());
    assertThat(wecom.texts("LiLei")).containsExactly("性质？\n· 个人");
  }

  @Test
  void what_arrived_of_a_long_reply_is_not_sent_again() {
    OutboxEntry entry = entry("t1#0", "好。".repeat(600));
    wecom.answer(
        "message/send",
        "{\"errcode\":0,\"errmsg\":\"ok\"}",
        "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
    assertThat(sender.send(entry)).isInstanceOf(TryAgain.class);
    int before = wecom.calls("message/send").size();
    assertThat(sender.send(entry)).isEqualTo(new Sent());
    assertThat(wecom.calls("message/send")).hasSize(before + 1);
  }

  @Test
  void faults_that_pass_are_for_another_try_and_a_member_out_of_reach_is_not() {
    wecom.answer(
        "message/send",
        "{\"errcode\":-1,\"errmsg\":\"system busy\"}",
        "{\"errcode\":-1,\"errmsg\":\"system busy\"}",
        "HTTP 502",
        "{\"errcode\":60020,\"errmsg\":\"not allow to access from your ip\"}",
        "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"LiLei\"}");
    for (int i = 0; i < 3; i++) {
      Result result = sender.send(entry("t1#0", "好"));
      assertThat(result).as("try " + i).isInstanceOf(TryAgain.class);
      assertThat(((TryAgain) result).unknown()).as("try " + i).isEqualTo(i < 2);
    }
    assertThat(shutOut).isEmpty();
    assertThat(sender.send(entry("t1#0", "好"))).isInstanceOf(Failed.class);
    assertThat(shutOut).containsExactly("LiLei");
  }

  @Test
  void one_access_token_serves_all_instances() {
    sender.send(entry("t1#0", "一"));
    sender().send(entry("t2#0", "二"));
    assertThat(wecom.calls("gettoken")).hasSize(1);
    clock.advance(Duration.ofHours(2));
    sender.send(entry("t3#0", "三"));
    sender().send(entry("t4#0", "四"));
    assertThat(wecom.calls("gettoken")).hasSize(2);
  }

  @Test
  void a_token_that_the_platform_forgot_is_fetched_anew() {
    sender.send(entry("t1#0", "一"));
    wecom.answer("message/send", "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}");
    Result result = sender.send(entry("t2#0", "二"));
    if (result instanceof TryAgain) {
      result = sender.send(entry("t2#0", "二"));
    }
    assertThat(result).isEqualTo(new Sent());
    assertThat(wecom.calls("gettoken")).hasSize(2);
  }

  @Test
  void no_log_and_no_reason_shows_a_secret() {
    wecom.answer(
        "message/send",
        "{\"errcode\":40058,\"errmsg\":\"bad " + WeComStandIn.SECRET + " access_token=t1\"}");
    wecom.answer("gettoken", "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");
    String reasons = sender.send(entry("t0#0", "好")).toString() + sender.send(entry("t1#0", "好"));
    assertThat(reasons)
        .contains("40001", "40058")
        .doesNotContain(WeComStandIn.SECRET)
        .doesNotContain("access_token=t1");
    assertThat(wecom.config().toString() + tokens.read())
        .doesNotContain(WeComStandIn.SECRET, WeComStandIn.AES_KEY, "t1,");
  }

  @Test
  void the_library_which_logs_addresses_with_tokens_in_them_is_silenced() throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
        .contains("me.chanjar.weixin: \"off\"");
  }

  private static int wecomParts(String text) {
    return ByteText.split(text, 2048 - 48).size();
  }

  private WeComSender sender() {
    WeComApi api = new WeComApi(wecom.config(), tokens, clock, Runnable::run);
    Composer composer = new Composer(1000002, () -> "选一个");
    return new WeComSender(
        api, composer, new ChartPainter(), enclosure -> Optional.empty(), shutOut::add);
  }

  private static OutboxEntry entry(String id, String text, Button... buttons) {
    return new OutboxEntry(
        id,
        "li",
        "wecom",
        "LiLei",
        1,
        0,
        OutboxEntry.Priority.INTERACTIVE,
        Instant.EPOCH,
        new Reply("recorded", text, null, null, List.of(buttons)),
        null,
        1,
        null,
        null,
        null);
  }

  /** A cache in memory. */
  private static final class Tokens implements TokenCache {

    private @Nullable Token token;

    @Override
    public Optional<Token> read() {
      return Optional.ofNullable(token);
    }

    @Override
    public void write(Token fresh) {
      token = fresh;
    }
  }
}
