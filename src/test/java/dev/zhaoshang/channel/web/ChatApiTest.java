package dev.zhaoshang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Update;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/chat} over HTTP. */
class ChatApiTest {

  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.openDemo();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    server.conversation.updates.clear();
    server.conversation.storeIsDown(false);
    server.conversation.isBroken(false);
  }

  @Test
  void a_text_is_answered_with_the_replies_of_its_turn() {
    WebServer.Answer answer = server.post("{\"rep\":\"demo\",\"text\":\"价格太高\",\"lang\":\"en\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString())
        .isEqualTo(
            "{\"replies\":[{\"id\":\"card.priceTooHigh\",\"text\":\"先看利润，再看价格。\",\"asks\":null,"
                + "\"objection\":\"priceTooHigh\",\"buttons\":[],\"image\":null},{\"id\":\"ask.mobile\",\"text\":\"手机多少？\","
                + "\"asks\":\"mobile\",\"objection\":null,\"buttons\":[{\"label\":\"跳过\",\"data\":"
                + "\"skip:mobile\"},{\"label\":\"他不肯说\",\"data\":\"refuse:mobile\"}],\"image\":null}]}");
    Update update = server.conversation.updates.get(0);
    assertThat(update.kind()).isEqualTo(Update.Kind.TEXT);
    assertThat(update.text()).isEqualTo("价格太高");
    assertThat(update.language()).isEqualTo(Language.EN);
    assertThat(update.id()).startsWith("web:demo:new-");
  }

  @Test
  void a_button_comes_in_with_its_data() {
    server.post("{\"rep\":\"demo\",\"button\":\"skip:mobile\"}");

    Update update = server.conversation.updates.get(0);
    assertThat(update.kind()).isEqualTo(Update.Kind.BUTTON);
    assertThat(update.button()).isEqualTo("skip:mobile");
    assertThat(update.text()).isEmpty();
    assertThat(update.language()).isNull();
  }

  @Test
  void the_same_id_twice_is_one_turn_with_the_same_replies() {
    String body = "{\"rep\":\"demo\",\"text\":\"你好\",\"id\":\"m-1\"}";
    WebServer.Answer first = server.post(body);
    WebServer.Answer second = server.post(body);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(server.conversation.updates).extracting(Update::id).containsExactly("web:demo:m-1");
  }

  @Test
  void the_same_text_twice_without_an_id_is_two_turns() {
    server.post("{\"rep\":\"demo\",\"text\":\"你好\"}");
    server.post("{\"rep\":\"demo\",\"text\":\"你好\"}");

    assertThat(server.conversation.updates).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\\u0000\\u0007\\u001b[31m",
        "<script>alert(1)</script>",
        "**粗** _x_ [a](b)",
        "\uD83D\uDE00\uD83D\uDE00",
        "12345"
      })
  void odd_text_is_the_conversations_to_answer(String escaped) {
    WebServer.Answer answer = server.post("{\"rep\":\"demo\",\"text\":\"" + escaped + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.conversation.updates).hasSize(1);
  }

  @Test
  void ten_thousand_characters_arrive_whole_even_as_escaped_emoji() {
    String escaped = "\\ud83d\\ude00".repeat(10_000);
    WebServer.Answer answer = server.post("{\"rep\":\"demo\",\"text\":\"" + escaped + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.conversation.updates.get(0).text()).isEqualTo("\uD83D\uDE00".repeat(10_000));
  }

  @Test
  void half_a_surrogate_pair_is_replaced_and_the_body_is_kept_as_received() {
    String body = "{\"rep\":\"demo\",\"text\":\"a\\ud83db\\ude00c\"}";
    server.post(body);

    Update update = server.conversation.updates.get(0);
    assertThat(update.text()).isEqualTo("a\uFFFDb\uFFFDc");
    assertThat(update.raw()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"rep":"demo","text":      | line 1, column
          not json                   | not valid JSON
          ``                         | one JSON object
          []                         | one JSON object
          "text"                     | one JSON object
          {"text":"x"}               | "rep" is missing
          {"rep":"","text":"x"}      | "rep" is missing
          {"rep":7,"text":"x"}       | "rep" must be a string
          {"rep":"demo"}             | Neither "text" nor "button"
          {"rep":"demo","text":null} | Neither "text" nor "button"
          {"rep":"demo","text":1}    | "text" must be a string
          {"rep":"demo","text":["x"]}| "text" must be a string
          {"rep":"demo","button":{}} | "button" must be a string
          {"rep":"demo","text":"x","button":"y"} | send one of them
          {"rep":"demo","text":"x","id":5}       | "id" must be a string
          {"rep":"demo","text":"x","id":""}      | 1 to 100 characters
          {"rep":"demo","text":"x","lang":"fr"}  | "zh" or "en"
          """)
  void a_malformed_body_is_refused_with_what_is_off(String body, String says) {
    WebServer.Answer answer = server.post(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains(says);
    assertThat(answer.json().at("/error/zh").asString()).containsPattern("\\p{IsHan}");
    assertThat(server.conversation.updates).isEmpty();
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    byte[] gbk =
        "{\"rep\":\"demo\",\"text\":\"价格\"}".getBytes(java.nio.charset.Charset.forName("GBK"));

    WebServer.Answer answer = server.post(gbk, "application/json", null);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains("UTF-8");
  }

  @Test
  void deeply_nested_json_is_refused() {
    assertThat(server.post("[".repeat(50_000)).status()).isEqualTo(400);
  }

  @Test
  void a_body_over_the_limit_is_refused() {
    String text = "x".repeat(ChatRequestReader.LIMIT);
    WebServer.Answer answer = server.post("{\"rep\":\"demo\",\"text\":\"" + text + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error()).contains("Nothing was taken");
  }

  @Test
  void a_body_that_is_not_json_by_its_type_is_refused() {
    byte[] body = "{\"rep\":\"demo\",\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(server.post(body, "text/plain", null).status()).isEqualTo(415);
    assertThat(server.conversation.updates).isEmpty();
  }

  @Test
  void an_unknown_rep_is_not_found() {
    WebServer.Answer answer = server.post("{\"rep\":\"nobody\",\"text\":\"x\"}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).contains("nobody");
  }

  @Test
  void while_the_store_is_down_nothing_is_taken_and_the_rep_is_told() {
    server.conversation.storeIsDown(true);
    WebServer.Answer answer = server.post("{\"rep\":\"demo\",\"text\":\"x\"}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.error()).contains("send it again").doesNotContain("db-1.internal");
    assertThat(server.get("/api/distributors?rep=demo").status()).isEqualTo(503);
  }

  @Test
  void a_failure_inside_tells_nothing_of_the_inside() {
    server.conversation.isBroken(true);
    WebServer.Answer answer = server.post("{\"rep\":\"demo\",\"text\":\"x\"}");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.response().body()).doesNotContain("secret").doesNotContain("Exception");
  }
}
