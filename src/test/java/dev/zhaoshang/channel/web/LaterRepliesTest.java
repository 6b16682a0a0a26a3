package dev.zhaoshang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/replies} over HTTP, beside {@code POST /api/chat}. */
class LaterRepliesTest {

  private final WebServer server =
      new WebServer(new WebSettings(true, null, Duration.ofMillis(200)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_a_message_was_answered_with_does_not_come_again() {
    server.post("{\"rep\":\"demo\",\"text\":\"你好\"}");

    assertThat(texts(later(""))).isEmpty();
  }

  @Test
  void a_reminder_comes_again_until_the_caller_goes_on() {
    String start = later("").get("next").asString();
    server.conversation.reminds("给王总回电话");

    JsonNode first = later(start);
    assertThat(texts(first)).containsExactly("给王总回电话");
    assertThat(first.at("/replies/0/at").asString()).isEqualTo("2026-11-24T02:00:00Z");
    assertThat(texts(later(start))).as("the first answer was lost on the way").hasSize(1);
    String next = first.get("next").asString();
    assertThat(texts(later(next))).isEmpty();
    assertThat(later(next).get("next").asString()).isEqualTo(next);
  }

  @Test
  void a_caller_without_a_place_gets_what_nobody_confirmed() {
    server.conversation.reminds("给王总回电话");

    String next = later("").get("next").asString();
    assertThat(texts(later(""))).as("the first answer was lost").containsExactly("给王总回电话");
    assertThat(texts(later(next))).isEmpty();
    assertThat(texts(later(""))).isEmpty();
  }

  @Test
  void a_slow_turn_is_kept_and_its_replies_come_later() {
    server.conversation.isSlow(true);
    WebServer.Answer answer = server.post("{\"rep\":\"demo\",\"text\":\"你好\",\"id\":\"1\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("replies").size()).isZero();
    assertThat(answer.json().at("/notice/en").asString()).contains("nothing is lost");

    server.conversation.catchesUp();
    assertThat(texts(later(""))).containsExactly("先看利润，再看价格。", "手机多少？");
  }

  @Test
  void a_slow_turn_is_answered_when_the_same_id_asks_again() {
    server.conversation.isSlow(true);
    server.post("{\"rep\":\"demo\",\"text\":\"你好\",\"id\":\"1\"}");
    server.conversation.catchesUp();

    WebServer.Answer again = server.post("{\"rep\":\"demo\",\"text\":\"你好\",\"id\":\"1\"}");

    assertThat(again.status()).isEqualTo(200);
    assertThat(texts(later(""))).isEmpty();
  }

  @Test
  void a_place_that_is_none_is_refused() {
    WebServer.Answer answer = server.get("/api/replies?rep=demo&after=yesterday");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains("\"next\"");
  }

  private JsonNode later(String after) {
    return server.get("/api/replies?rep=demo&after=" + after).json();
  }

  private static List<String> texts(JsonNode later) {
    return later.get("replies").valueStream().map(r -> r.get("text").asString()).toList();
  }
}
