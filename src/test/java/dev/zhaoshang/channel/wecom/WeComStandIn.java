package dev.zhaoshang.channel.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/**
 * Stands in for WeCom on the loopback address: gives out tokens, takes messages, seals callbacks.
 */
public final class WeComStandIn implements AutoCloseable {

  static final String CORP = "ww1234567890abcdef";
  static final String SECRET = "app-secret-app-secret";
  static final String TOKEN = "callbackToken";
  static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Queue<String>> answers = new ConcurrentHashMap<>();
  private int tokens;

  /** Starts. */
  public WeComStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  private record Call(String path, JsonNode body) {}

  /** The application that it knows. */
  public WeComConfig config() {
    InetSocketAddress address = server.getAddress();
    URI uri = URI.create("http://127.0.0.1:" + address.getPort());
    return new WeComConfig(CORP, 1000002, SECRET, TOKEN, AES_KEY, uri);
  }

  /** Answers so to the next request of a path, such as {@code message/send}. */
  void answer(String path, String... bodies) {
    answers.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(bodies));
  }

  /** Bodies of the requests of a path so far. */
  public synchronized List<JsonNode> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).map(Call::body).toList();
  }

  /** Texts that a member was sent, without the marks at their ends. */
  List<String> texts(String member) {
    return calls("message/send").stream()
        .filter(body -> body.path("touser").asText().equals(member))
        .filter(body -> body.path("msgtype").asText().equals("text"))
        .map(body -> body.at("/text/content").asText().replaceAll("[\u200b\u200c]+$", ""))
        .toList();
  }

  /** A message as the platform seals it. */
  static String sealed(String xml) {
    return new WxCryptUtil(TOKEN, AES_KEY, CORP).encrypt("0123456789abcdef", xml);
  }

  /** The body of a callback. */
  static String body(String cipher) {
    return "<xml><ToUserName><![CDATA["
        + CORP
        + "]]></ToUserName><Encrypt><![CDATA["
        + cipher
        + "]]></Encrypt><AgentID><![CDATA[1000002]]></AgentID></xml>";
  }

  /** The seal of a callback. */
  static Envelope.Seal seal(long seconds, String cipher) {
    String timestamp = String.valueOf(seconds);
    return new Envelope.Seal(SHA1.gen(TOKEN, timestamp, "n1", cipher), timestamp, "n1");
  }

  /**
   * A callback as the platform makes it.
   *
   * @param query of the address
   * @param body of the request
   */
  public record Callback(String query, String body) {}

  /** A sealed callback with a message of a member. */
  public static Callback callback(String member, String content, Instant at) {
    String cipher = sealed(message(member, content));
    Envelope.Seal seal = seal(at.getEpochSecond(), cipher);
    return new Callback(
        "msg_signature="
            + seal.signature()
            + "&timestamp="
            + seal.timestamp()
            + "&nonce="
            + seal.nonce(),
        body(cipher));
  }

  /** A message from a member, with that content, as XML elements. */
  static String message(String member, String content) {
    return "<xml><ToUserName>"
        + CORP
        + "</ToUserName><FromUserName>"
        + member
        + "</FromUserName><CreateTime>1348831860</CreateTime>"
        + content
        + "<AgentID>1000002</AgentID></xml>";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replace("/cgi-bin/", "");
    byte[] sent = exchange.getRequestBody().readAllBytes();
    boolean json = sent.length > 0 && sent[0] == '{';
    synchronized (this) {
      calls.add(new Call(path, json ? JSON.readTree(sent) : JSON.createObjectNode()));
    }
    Queue<String> told = answers.get(path);
    String body = told == null || told.isEmpty() ? usual(path) : told.remove();
    if (body.startsWith("HTTP ")) {
      exchange.sendResponseHeaders(Integer.parseInt(body.substring(5)), -1);
    } else {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private synchronized String usual(String path) {
    return switch (path) {
      case "gettoken" ->
          "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"t"
              + ++tokens
              + "\",\"expires_in\":7200}";
      case "media/upload" ->
          "{\"errcode\":0,\"errmsg\":\"ok\",\"type\":\"image\",\"media_id\":\"m1\"}";
      default -> "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"x\"}";
    };
  }
}
