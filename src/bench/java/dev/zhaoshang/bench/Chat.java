package dev.zhaoshang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API of a running application, as a rep's client sees it. */
final class Chat {

  /** What the API asks for where the store is not the embedded one. */
  static final String TOKEN = "of-the-benchmark";

  private static final String BEARER = "Bearer ";

  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final JsonMapper json = new JsonMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  Chat(int port) {
    this.address = URI.create("http://127.0.0.1:" + port + "/api/chat");
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
      Message hello = Message.text(Kind.SMALL_TALK, "你好");
      return client.send(request(rep, hello), HttpResponse.BodyHandlers.discarding()).statusCode()
          == OK;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a message; fails when the answer is late or not 200. */
  CompletableFuture<String> send(String rep, Message message) {
    return client
        .sendAsync(request(rep, message), HttpResponse.BodyHandlers.ofString())
        .thenApply(Chat::body);
  }

  private static String body(HttpResponse<String> response) {
    if (response.statusCode() != OK) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return response.body();
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
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve("/actuator/prometheus"))
              .header("Authorization", BEARER + TOKEN)
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private HttpRequest request(String rep, Message message) {
    String body = json.writeValueAsString(Map.of("rep", rep, message.key(), message.content()));
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Authorization", BEARER + TOKEN)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
