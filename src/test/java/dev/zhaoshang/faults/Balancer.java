package dev.zhaoshang.faults;

import dev.zhaoshang.channel.telegram.TelegramConfig;
import dev.zhaoshang.channel.telegram.TelegramStandIn;
import dev.zhaoshang.faults.Talkers.Sent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Brings updates to the webhooks of several instances as the platform and a balancer do: to any of
 * them, several at a time, again when nobody took one, and some again that were taken.
 */
final class Balancer implements AutoCloseable {

  private static final int WORKERS = 6;
  private static final int AGAIN_PERCENT = 5;
  private static final int PAUSE_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TelegramStandIn bot;
  private final Map<Long, Sent> sent;
  private final Random random;
  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final Set<Long> underWay = new HashSet<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  Balancer(TelegramStandIn bot, Map<Long, Sent> sent, Random random) {
    this.bot = bot;
    this.sent = sent;
    this.random = random;
    for (int i = 0; i < WORKERS; i++) {
      workers.execute(this::bring);
    }
  }

  void add(int port) {
    ports.add(port);
  }

  void remove(int port) {
    ports.remove((Integer) port);
  }

  private void bring() {
    while (!workers.isShutdown()) {
      Long id = take();
      if (id == null) {
        Campaign.pause(PAUSE_MILLIS);
      } else if (isTaken(id)) {
        bot.confirm(id);
      }
      release(id);
    }
  }

  /** One that waits and is not under way; at times one that was taken already. */
  private synchronized @Nullable Long take() {
    List<Long> waiting = bot.unconfirmed().stream().filter(id -> !underWay.contains(id)).toList();
    List<Long> candidates = waiting;
    if (random.nextInt(100) < AGAIN_PERCENT) {
      List<Long> taken = bot.confirmed();
      candidates = taken.subList(Math.max(0, taken.size() - 100), taken.size());
    }
    if (candidates.isEmpty()) {
      return null;
    }
    Long id = candidates.get(random.nextInt(Math.min(WORKERS, candidates.size())));
    underWay.add(id);
    return id;
  }

  private synchronized void release(@Nullable Long id) {
    if (id != null) {
      underWay.remove(id);
    }
  }

  private boolean isTaken(Long id) {
    List<Integer> known = List.copyOf(ports);
    if (known.isEmpty()) {
      Campaign.pause(PAUSE_MILLIS);
      return false;
    }
    int port;
    synchronized (this) {
      port = known.get(random.nextInt(known.size()));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + TelegramConfig.WEBHOOK_PATH))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Telegram-Bot-Api-Secret-Token", TelegramStandIn.WEBHOOK_SECRET)
            .POST(BodyPublishers.ofString(Objects.requireNonNull(sent.get(id)).json()))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      Campaign.pause(PAUSE_MILLIS);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
