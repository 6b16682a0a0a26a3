package dev.zhaoshang.bench;

import dev.zhaoshang.channel.wecom.WeComConfig;
import dev.zhaoshang.channel.wecom.WeComStandIn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * Members of WeCom talk: how long a sealed callback takes until it is kept and answered, against a
 * stand-in of the platform to which the replies go.
 */
final class CallbacksPart implements Part {

  private static final int PER_SECOND = 50;
  private static final double P99_MILLIS = 500;
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Histogram waited = Load.histogram();
  private final AtomicInteger refused = new AtomicInteger();

  @Override
  public String name() {
    return "callbacks";
  }

  @Override
  public void run(Options options, Report report) {
    Path folder = options.folder().resolve("callbacks");
    Reps.enrol(folder);
    try (WeComStandIn wecom = new WeComStandIn();
        Application application = Application.start(folder, environment(wecom.config()))) {
      application.awaitReady(Reps.id(0));
      URI address =
          URI.create("http://127.0.0.1:" + application.port() + WeComConfig.CALLBACK_PATH);
      send(address, "w", PER_SECOND * options.warmup());
      waited.reset();
      refused.set(0);
      send(address, "m", PER_SECOND * options.seconds() / 2);
    }
    report.figure("WeCom callback, p99, at 50/s", Millis.at(waited, 99), P99_MILLIS, " ms");
    report.figure("WeCom callbacks not taken", refused.get(), 0, "");
    report.section("WeCom callbacks");
    report.line(
        "%,d callbacks (ms): p50 %s, p99 %s, max %s.\n"
            .formatted(
                waited.getTotalCount(),
                Millis.text(waited, 50),
                Millis.text(waited, 99),
                Millis.text(waited, 100)));
  }

  private static Map<String, String> environment(WeComConfig config) {
    return Map.of(
        "WECOM_CORP_ID", config.corpId(),
        "WECOM_AGENT_ID", String.valueOf(config.agentId()),
        "WECOM_SECRET", config.secret(),
        "WECOM_TOKEN", config.token(),
        "WECOM_AES_KEY", config.aesKey(),
        "WECOM_API_URL", config.apiUrl().toString());
  }

  /** By a fixed schedule, from one member after another. */
  private void send(URI address, String ids, int count) {
    long interval = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
    CompletableFuture<?>[] answers = new CompletableFuture<?>[count];
    Reps reps = new Reps(Reps.COUNT);
    long begin = System.nanoTime() + interval;
    for (int i = 0; i < count; i++) {
      long due = begin + i * interval;
      Pause.until(due);
      Reps.Rep rep = reps.next();
      String content =
          "<MsgType>text</MsgType><Content><![CDATA[%s]]></Content><MsgId>%s%d</MsgId>"
              .formatted(rep.says().content(), ids, i);
      answers[i] = send(address, WeComStandIn.callback(rep.id(), content, Instant.now()), due);
    }
    CompletableFuture.allOf(answers).join();
  }

  private CompletableFuture<?> send(URI address, WeComStandIn.Callback callback, long due) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "?" + callback.query()))
            .timeout(PATIENCE)
            .header("Content-Type", "text/xml")
            .POST(HttpRequest.BodyPublishers.ofString(callback.body()))
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle(
            (response, failure) -> {
              waited.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
              return response != null && response.statusCode() == OK
                  ? 0
                  : refused.incrementAndGet();
            });
  }
}
