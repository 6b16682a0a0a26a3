package dev.zhaoshang.bench;

import dev.zhaoshang.channel.telegram.TelegramStandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.HdrHistogram.Histogram;

/**
 * The plain bot of {@code src/bench/grammy} as a process of its own, whose webhook answers when an
 * update has been handled and its replies have been sent.
 */
final class GrammyBot implements AutoCloseable {

  private static final Path SOURCE = Path.of("src", "bench", "grammy");
  private static final String LISTENING = "listening ";
  private static final int INSTALL_SECONDS = 120;

  private final Calls calls = new Calls(Duration.ofSeconds(30));
  private final AtomicLong update = new AtomicLong();
  private final TelegramStandIn api;
  private final Process process;
  private final HttpUrl address;

  private GrammyBot(TelegramStandIn api, Process process, String port) {
    this.api = api;
    this.process = process;
    this.address = HttpUrl.get("http://127.0.0.1:" + port + "/");
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /**
   * Installs and starts it.
   *
   * @param folder where it is installed
   * @param mongodb URI of the server on which it keeps its conversations
   * @return empty where there is no Node, or its packages cannot be had
   */
  static Optional<GrammyBot> start(Path folder, String mongodb) {
    try {
      Files.createDirectories(folder);
      for (String file : new String[] {"package.json", "bot.mjs"}) {
        Files.copy(SOURCE.resolve(file), folder.resolve(file));
      }
      Process install =
          node(folder, "npm", "install", "--silent", "--no-audit", "--no-fund").start();
      if (!install.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS) || install.exitValue() != 0) {
        install.destroyForcibly();
        return Optional.empty();
      }
      return started(folder, mongodb);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What a bot that does not start leaves open would keep the benchmark from ending. */
  private static Optional<GrammyBot> started(Path folder, String mongodb) throws IOException {
    TelegramStandIn api = new TelegramStandIn();
    try {
      ProcessBuilder builder = node(folder, "node", "bot.mjs");
      Map<String, String> environment = builder.environment();
      environment.put("BOT_TOKEN", TelegramStandIn.TOKEN);
      environment.put("API_ROOT", api.address());
      environment.put("MONGODB_URI", mongodb);
      Process process = builder.start();
      return Optional.of(new GrammyBot(api, process, listening(process.inputReader())));
    } catch (IOException e) {
      api.close();
      return Optional.empty();
    }
  }

  private static ProcessBuilder node(Path folder, String... command) {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("bot.log").toFile()));
  }

  private static String listening(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("The grammY bot does not start");
  }

  /**
   * So many people go on when they have their answer.
   *
   * @return turns a second
   */
  double closedLoop(int people, double seconds, Histogram waited) {
    long begin = System.nanoTime();
    long end = begin + Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
    CompletableFuture.allOf(
            IntStream.range(0, people)
                .mapToObj(n -> talk(n, end, waited))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    return waited.getTotalCount() * 1e9 / (System.nanoTime() - begin);
  }

  private CompletableFuture<?> talk(int person, long end, Histogram waited) {
    long now = System.nanoTime();
    if (now >= end) {
      return CompletableFuture.completedFuture(null);
    }
    long id = update.incrementAndGet();
    String body =
        """
        {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"临床代表20个",
         "from":{"id":%d,"is_bot":false,"first_name":"R"},
         "chat":{"id":%d,"type":"private","first_name":"R"}}}
        """
            .formatted(id, id, person + 1, person + 1);
    Request request =
        new Request.Builder().url(address).post(RequestBody.create(body, Calls.JSON)).build();
    return calls
        .send(request)
        .thenCompose(
            answer -> {
              waited.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - now));
              return talk(person, end, waited);
            });
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    api.close();
  }
}
