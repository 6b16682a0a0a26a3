package dev.zhaoshang.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the Bot API on the loopback address: gives out updates, notes what is sent, and
 * refuses what exceeds 30 messages a second in all or one a second to a chat.
 */
final class BotStandIn implements AutoCloseable {

  static final String TOKEN = "4711:AAH-stand_in_stand_in_stand_in";

  /** Messages a second to all chats, and as many at once after a pause. */
  static final int PER_SECOND = 30;

  private static final double NANOS = 1e9;

  /** What the network adds or takes between two messages to one chat. */
  private static final double CHAT_SECONDS = 0.95;

  private static final int OK = 200;
  private static final int TOO_MANY = 429;

  private final JsonMapper json = new JsonMapper();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TreeMap<Long, String> updates = new TreeMap<>();
  private final Map<Long, Long> lastTo = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private double tokens = PER_SECOND;
  private long refilled = System.nanoTime();
  private int refused;
  private long messages;
  private long lastUpdate;
  private boolean closed;

  BotStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * A message that was accepted.
   *
   * @param chat to which
   * @param nanos when, by the clock of this process
   */
  record Sent(long chat, long nanos) {}

  /** Where it is reached. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Has an account type something; returns when. */
  synchronized long type(long account, String text) {
    lastUpdate++;
    updates.put(
        lastUpdate,
        """
        {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s",
         "from":{"id":%d,"is_bot":false,"first_name":"R"},
         "chat":{"id":%d,"type":"private","first_name":"R"}}}
        """
            .formatted(lastUpdate, lastUpdate, text, account, account));
    notifyAll();
    return System.nanoTime();
  }

  /** What was accepted so far, in order. */
  synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** How many messages were refused because they came too fast. */
  synchronized int refused() {
    return refused;
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    byte[] read = exchange.getRequestBody().readAllBytes();
    JsonNode body =
        json.readTree(read.length == 0 ? "{}" : new String(read, StandardCharsets.UTF_8));
    String result =
        switch (method) {
          case "getme" -> "{\"id\":4711,\"is_bot\":true,\"first_name\":\"Bot\"}";
          case "getupdates" -> poll(body);
          case "sendmessage" -> send(body.path("chat_id").asLong());
          default -> "true";
        };
    boolean accepted = !result.isEmpty();
    String answer =
        accepted
            ? "{\"ok\":true,\"result\":" + result + "}"
            : "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
                + "\"parameters\":{\"retry_after\":1}}";
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(accepted ? OK : TOO_MANY, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The message as accepted; empty when it came too fast. */
  private synchronized String send(long chat) {
    long now = System.nanoTime();
    tokens = Math.min(PER_SECOND, tokens + (now - refilled) / NANOS * PER_SECOND);
    refilled = now;
    Long last = lastTo.get(chat);
    if (tokens < 1 || (last != null && now - last < CHAT_SECONDS * NANOS)) {
      refused++;
      return "";
    }
    tokens--;
    lastTo.put(chat, now);
    sent.add(new Sent(chat, now));
    messages++;
    return "{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":%d,\"type\":\"private\"},\"text\":\"\"}"
        .formatted(messages, chat);
  }

  private synchronized String poll(JsonNode body) {
    updates.headMap(body.path("offset").asLong(0)).clear();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(body.path("timeout").asLong(0));
    long left = until - System.nanoTime();
    while (updates.isEmpty() && left > 0 && !closed) {
      try {
        wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      left = until - System.nanoTime();
    }
    return "[" + String.join(",", updates.values()) + "]";
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
