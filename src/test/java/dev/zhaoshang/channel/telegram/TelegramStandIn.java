package dev.zhaoshang.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the Bot API on the loopback address: keeps updates until they are confirmed, holds
 * polls open, logs calls, and fails as it is told.
 */
public final class TelegramStandIn implements AutoCloseable {

  public static final String WEBHOOK_SECRET = "0123456789abcdef_-ABCDEF";
  public static final String TOKEN = "4711:AAH-secret_secret_secret";

  static final String SECRET = "AAH-secret_secret_secret";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TreeMap<Long, JsonNode> updates = new TreeMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
  private volatile byte @Nullable [] file;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final TreeMap<Long, JsonNode> confirmed = new TreeMap<>();
  private final List<Accepted> accepted = new ArrayList<>();
  private volatile Function<String, @Nullable Fault> weather = method -> null;
  private long lastMessage;

  public TelegramStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** A request, by method and body. */
  record Call(String method, JsonNode body) {}

  /** What goes wrong with a request. */
  public sealed interface Fault {

    /** An error as the Bot API reports it; {@code retryAfter} 0 for none. */
    record Refusal(int code, String description, int retryAfter) implements Fault {}

    /** An answer of something in between, such as a proxy. */
    record Raw(int status, String body) implements Fault {}

    /** The connection ends without an answer. */
    record Close() implements Fault {}

    /** The answer breaks off. */
    record BreakOff() implements Fault {}

    /** The request is done as usual, once the latch is open. */
    record Hang(CountDownLatch until) implements Fault {}

    /** No fault: the request is done as usual. */
    record None() implements Fault {}

    /** The request is done as usual, and the connection ends without an answer. */
    record LoseAnswer() implements Fault {}

    /** A poll that gets updates in another order, and some that were confirmed before. */
    record Muddle(Random random) implements Fault {}

    /** A poll that ends as if nothing had come in its time. */
    record Quiet() implements Fault {}
  }

  TelegramConfig config() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    URI uri = URI.create("http://" + host + ":" + address.getPort());
    return new TelegramConfig(TOKEN, uri, null, null, null);
  }

  /** Every file that is asked for is this one. */
  void gives(byte[] bytes) {
    file = bytes.clone();
  }

  /** Has a bot with a webhook, and the part of a server that writes voice messages down. */
  TelegramConfig withWebhook() {
    URI uri = config().apiUrl();
    return new TelegramConfig(
        TOKEN, uri, URI.create("https://bot.example.com"), WEBHOOK_SECRET, uri.resolve("/speech"));
  }

  /** Makes the next request of a method fail, or of a method to a chat: {@code method@chat}. */
  TelegramStandIn fault(String method, Fault... added) {
    faults.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(List.of(added));
    return this;
  }

  /**
   * A message that was accepted, whether or not the answer arrived.
   *
   * @param chat to which
   * @param text or caption, as sent
   */
  public record Accepted(String chat, String text) {}

  /** Where it is reached. */
  public String address() {
    return config().apiUrl().toString();
  }

  /** What goes wrong with requests for which nothing else is planned, by their method. */
  public void weather(Function<String, @Nullable Fault> next) {
    weather = next;
  }

  /** Messages that were accepted, in order. */
  public synchronized List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  /** Ids of the updates that were confirmed. */
  public synchronized List<Long> confirmed() {
    return List.copyOf(confirmed.keySet());
  }

  /** Adds an update; its id must be in it. */
  public synchronized void push(String update) {
    try {
      JsonNode json = JSON.readTree(update);
      updates.put(json.path("update_id").asLong(), json);
      notifyAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Confirms an update that a webhook took. */
  public synchronized void confirm(long id) {
    JsonNode update = updates.remove(id);
    if (update != null) {
      confirmed.put(id, update);
    }
  }

  /** Updates that nobody confirmed. */
  public synchronized List<Long> unconfirmed() {
    return List.copyOf(updates.keySet());
  }

  /** Bodies of the requests of a method so far. */
  synchronized List<JsonNode> calls(String method) {
    return calls.stream()
        .filter(call -> call.method().equals(method.toLowerCase(Locale.ROOT)))
        .map(Call::body)
        .toList();
  }

  /** Texts that a chat was sent, in order; failed requests count. */
  List<String> texts(String chat) {
    return calls("sendMessage").stream()
        .filter(body -> body.path("chat_id").asText().equals(chat))
        .map(body -> body.path("text").asText())
        .toList();
  }

  @Override
  public void close() {
    closed.countDown();
    synchronized (this) {
      notifyAll();
    }
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    byte[] sent = exchange.getRequestBody().readAllBytes();
    if (path[1].equals("speech") || path[1].equals("file")) {
      outside(exchange, path[1], sent);
      return;
    }
    if (!path[1].equals("bot" + TOKEN)) {
      answer(exchange, 401, error(401, "Unauthorized", 0).toString());
      return;
    }
    String method = path[2].toLowerCase(Locale.ROOT);
    JsonNode body = body(exchange.getRequestHeaders().getFirst("Content-Type"), sent);
    synchronized (this) {
      calls.add(new Call(method, body));
    }
    Fault planned = fault(method, body);
    Fault fault = planned == null ? weather.apply(method) : planned;
    if (fault instanceof Fault.Refusal refusal) {
      ObjectNode error = error(refusal.code(), refusal.description(), refusal.retryAfter());
      answer(exchange, refusal.code(), error.toString());
    } else if (fault instanceof Fault.Raw raw) {
      answer(exchange, raw.status(), raw.body());
    } else if (fault instanceof Fault.Close) {
      exchange.close();
    } else if (fault instanceof Fault.BreakOff) {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write("{\"ok\":true,".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
    } else {
      if (fault instanceof Fault.Hang hang) {
        await(hang.until());
      }
      if (fault instanceof Fault.Quiet) {
        ((ObjectNode) body).put("timeout", 0);
      }
      ObjectNode ok = JSON.createObjectNode().put("ok", true);
      JsonNode result = result(method, body);
      ok.set("result", fault instanceof Fault.Muddle m ? muddled(result, m.random()) : result);
      if (fault instanceof Fault.LoseAnswer) {
        exchange.close();
      } else {
        answer(exchange, 200, ok.toString());
      }
    }
  }

  /** A JSON body as it is; of a form, its texts by name and its files by the number of bytes. */
  private static JsonNode body(@Nullable String type, byte[] sent) throws IOException {
    if (type == null || !type.startsWith("multipart/")) {
      return JSON.readTree(sent.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : sent);
    }
    ObjectNode form = JSON.createObjectNode();
    String all = new String(sent, StandardCharsets.ISO_8859_1);
    for (String part : all.split("--" + type.substring(type.indexOf('=') + 1), -1)) {
      int end = part.indexOf("\r\n\r\n");
      Matcher name = Pattern.compile("name=\"([^\"]+)\"").matcher(part);
      if (end > 0 && name.find()) {
        String value = part.substring(end + 4, part.length() - 2);
        if (part.substring(0, end).contains("filename=")) {
          form.put(name.group(1), value.length());
        } else {
          byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
          form.put(name.group(1), new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    return form;
  }

  /** Gives out files, and writes them down as the text that they are. */
  private void outside(HttpExchange exchange, String what, byte[] sent) throws IOException {
    Fault fault = fault(what, JSON.createObjectNode());
    if (fault instanceof Fault.Raw raw) {
      answer(exchange, raw.status(), raw.body());
    } else if (what.equals("file")) {
      String sound = "SOUND OF " + exchange.getRequestURI().getPath();
      byte[] given = file == null ? sound.getBytes(StandardCharsets.UTF_8) : file;
      exchange.sendResponseHeaders(200, given.length);
      exchange.getResponseBody().write(given);
      exchange.close();
    } else {
      boolean sound = new String(sent, StandardCharsets.ISO_8859_1).contains("SOUND OF /file/bot");
      answer(exchange, 200, "{\"text\":\" " + (sound ? "手机13812345678" : "") + " \"}");
    }
  }

  private @Nullable Fault fault(String method, JsonNode body) {
    for (String key : List.of(method + "@" + body.path("chat_id").asText(), method)) {
      for (Map.Entry<String, Queue<Fault>> entry : faults.entrySet()) {
        if (entry.getKey().toLowerCase(Locale.ROOT).equals(key) && !entry.getValue().isEmpty()) {
          return entry.getValue().remove();
        }
      }
    }
    return null;
  }

  private JsonNode result(String method, JsonNode body) {
    return switch (method) {
      case "getme" -> bot();
      case "getupdates" -> poll(body);
      case "sendmessage", "sendphoto", "senddocument" -> message(body);
      case "getfile" ->
          JSON.createObjectNode()
              .put("file_id", "f")
              .put("file_unique_id", "u")
              .put("file_path", "voice/1.oga");
      default -> JSON.getNodeFactory().booleanNode(true);
    };
  }

  private static ObjectNode bot() {
    return JSON.createObjectNode().put("id", 4711).put("is_bot", true).put("first_name", "Bot");
  }

  private synchronized ObjectNode message(JsonNode body) {
    ObjectNode message = JSON.createObjectNode().put("message_id", ++lastMessage).put("date", 1);
    message.set("from", bot());
    String text = body.has("caption") ? body.path("caption").asText() : body.path("text").asText();
    accepted.add(new Accepted(body.path("chat_id").asText(), text));
    message.putObject("chat").put("id", body.path("chat_id").asLong()).put("type", "private");
    return message.put("text", body.path("text").asText());
  }

  private synchronized ArrayNode poll(JsonNode body) {
    SortedMap<Long, JsonNode> below = updates.headMap(body.path("offset").asLong());
    confirmed.putAll(below);
    below.clear();
    long until = System.nanoTime() + Duration.ofSeconds(body.path("timeout").asLong()).toNanos();
    long left = until - System.nanoTime();
    while (updates.isEmpty() && left > 0 && closed.getCount() > 0) {
      try {
        wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      left = until - System.nanoTime();
    }
    ArrayNode result = JSON.createArrayNode();
    updates.values().stream().limit(body.path("limit").asInt(100)).forEach(result::add);
    return result;
  }

  private synchronized ArrayNode muddled(JsonNode updates, Random random) {
    List<JsonNode> some = new ArrayList<>();
    updates.forEach(some::add);
    confirmed.descendingMap().values().stream()
        .limit(3)
        .filter(update -> random.nextBoolean())
        .forEach(some::add);
    Collections.shuffle(some, random);
    return JSON.createArrayNode().addAll(some);
  }

  private static ObjectNode error(int code, String description, int retryAfter) {
    ObjectNode error =
        JSON.createObjectNode()
            .put("ok", false)
            .put("error_code", code)
            .put("description", description);
    if (retryAfter > 0) {
      error.putObject("parameters").put("retry_after", retryAfter);
    }
    return error;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
