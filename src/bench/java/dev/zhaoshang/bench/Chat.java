package dev.zhaoshang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API of a running application, as a rep's client sees it. */
final class Chat {

  /** What the API asks for where the store is not the embedded one. */
  static final String TOKEN = "of-the-benchmark";

  private static final String BEARER = "Bearer ";

  private final JsonMapper json = new JsonMapper();
  private final Calls calls = new Calls(Duration.ofSeconds(30));
  private final HttpUrl address;

  Chat(int port) {
    this.address = HttpUrl.get("http://127.0.0.1:" + port + "/api/chat");
  }

  /**
   * What a rep sends.
   *
   * @param kind of message, for the report
   * @param key {@code text} or {@code button}
   * @param content what was typed, or the data of the button
   */
  record Message(Kind kind, String key, String content) {

    static Message text(Kind kind, String text) {
      return new Message(kind, "text", text);
    }
  }

  /**
   * What came back.
   *
   * @param asks the question that is pending now; empty for none
   * @param buttons data of the buttons under the last reply
   */
  record Answer(String asks, List<String> buttons) {}

  /** Whether the application answers a greeting. */
  boolean greets(String rep) {
    try {
      calls.call(request(rep, Message.text(Kind.SMALL_TALK, "你好")));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends a message; fails when the answer is late or not a success. */
  CompletableFuture<String> send(String rep, Message message) {
    return calls.send(request(rep, message));
  }

  /** Reads the body of an answer. */
  Answer read(String body) {
    List<JsonNode> replies = elements(json.readTree(body).path("replies"));
    if (replies.isEmpty()) {
      return new Answer("", List.of());
    }
    JsonNode last = replies.get(replies.size() - 1);
    return new Answer(
        last.path("asks").asString(""),
        elements(last.path("buttons")).stream().map(b -> b.path("data").asString("")).toList());
  }

  /** The figures that the application gives to operators. */
  String figures() {
    Request request =
        new Request.Builder()
            .url(address.resolve("/actuator/prometheus"))
            .header("Authorization", BEARER + TOKEN)
            .build();
    try {
      return calls.call(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private Request request(String rep, Message message) {
    String body = json.writeValueAsString(Map.of("rep", rep, message.key(), message.content()));
    return new Request.Builder()
        .url(address)
        .header("Authorization", BEARER + TOKEN)
        .post(RequestBody.create(body, Calls.JSON))
        .build();
  }
}
