package dev.zhaoshang.faults;

import dev.zhaoshang.channel.telegram.TelegramStandIn;
import dev.zhaoshang.faults.Checker.Verdict;
import dev.zhaoshang.faults.Talkers.Sent;
import dev.zhaoshang.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The application is talked to, in one instance or several, and killed again and again, at times
 * with its database; at the end it is checked.
 */
final class Campaign implements AutoCloseable {

  /** Updates that wait at the platform at most: reps wait for answers, mostly. */
  private static final int WAITING = 60;

  private static final int LIFE_MILLIS = 12_000;
  private static final int STEP_MILLIS = 20;
  private static final int QUIET_SECONDS = 240;

  /** Something happens to the database in five of so many steps, which are five seconds. */
  private static final int TROUBLED_STEPS = 500;

  /** The network is well again in one of so many steps, which are two seconds. */
  private static final int OVER_STEPS = 200;

  /** By which the clock is wrong, in one life after another. */
  private static final List<String> JUMPS = List.of("+0", "-2h", "+3h", "-1d", "+10m");

  /** Later than any of them: what was due in some life is due in the last. */
  private static final String LAST = "+3h";

  private final Plan plan;
  private final Consumer<String> progress;
  private final Random random;
  private final Talkers talkers;
  private final Map<Long, Sent> sent = new ConcurrentSkipListMap<>();
  private final TelegramStandIn bot = new TelegramStandIn();
  private final Weather weather;
  private final @Nullable Balancer balancer;
  private final @Nullable Database database;
  private final @Nullable Instance[] instances;
  private final int[] ports;
  private int kills;
  private int atWork;
  private int databaseKills;
  private int ended;

  Campaign(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
    this.random = new Random(plan.seed());
    this.talkers = new Talkers(plan.reps(), new Random(random.nextLong()));
    this.weather = new Weather(new Random(random.nextLong()));
    this.instances = new Instance[plan.instances()];
    this.ports = new int[plan.instances()];
    this.balancer =
        plan.instances() > 1 ? new Balancer(bot, sent, new Random(random.nextLong())) : null;
    this.database =
        plan.database().isEmpty()
            ? null
            : new Database(
                plan.database(), plan.folder().resolve("database"), new Random(random.nextLong()));
  }

  /** Runs it; says what the checker found. */
  Verdict run() throws IOException {
    Path config = Files.createDirectories(plan.folder().resolve("config"));
    Files.writeString(config.resolve("application.yml"), talkers.settings());
    SmallDialogs.copy(Path.of("dialogs").toAbsolutePath(), plan.folder().resolve("dialogs"));
    bot.weather(weather);
    while (kills < plan.kills() || sent.size() < plan.turns()) {
      startMissing();
      int confirmed = bot.confirmed().size();
      live(random.nextInt(LIFE_MILLIS));
      int victim = random.nextInt(instances.length);
      kill(victim);
      atWork += bot.confirmed().size() > confirmed ? 1 : 0;
      if (kills % 10 == 0) {
        progress.accept(
            "%d kills, %d updates, %d not yet acknowledged"
                .formatted(kills, sent.size(), bot.unconfirmed().size()));
      }
    }
    weather.clear();
    if (database != null) {
      database.wire().clear();
    }
    for (int i = 0; i < instances.length; i++) {
      end(i);
    }
    start(0, LAST);
    talkers.greetings().forEach(this::push);
    settle();
    end(0);
    return check();
  }

  /** Kills so far. */
  int kills() {
    return kills;
  }

  /** Kills of an application that had taken updates since its start. */
  int killsAtWork() {
    return atWork;
  }

  /** Kills of the database so far. */
  int databaseKills() {
    return databaseKills;
  }

  /** How often an application ended by itself: without a database it does not start. */
  int ended() {
    return ended;
  }

  private void startMissing() throws IOException {
    for (int i = 0; i < instances.length; i++) {
      if (instances[i] == null) {
        start(i, JUMPS.get(random.nextInt(JUMPS.size())));
      }
    }
  }

  private void start(int i, String jump) throws IOException {
    ports[i] = freePort();
    Map<String, String> environment = new HashMap<>();
    environment.put("SERVER_PORT", Integer.toString(ports[i]));
    environment.put("DATA_DIR", plan.folder().resolve("data").toString());
    environment.put("DIALOGS_DIR", plan.folder().resolve("dialogs").toString());
    environment.put("TELEGRAM_BOT_TOKEN", TelegramStandIn.TOKEN);
    environment.put("TELEGRAM_API_URL", bot.address());
    if (database != null) {
      environment.put("MONGODB_URI", database.uriByWire());
      environment.put("API_TOKEN", "of-nobody");
    }
    if (balancer != null) {
      environment.put("TELEGRAM_MODE", "webhook");
      environment.put("PUBLIC_URL", "https://bot.example.com");
      environment.put("TELEGRAM_WEBHOOK_SECRET", TelegramStandIn.WEBHOOK_SECRET);
      balancer.add(ports[i]);
    }
    if (plan.jumps()) {
      environment.put("LD_PRELOAD", Plan.FAKETIME.toString());
      environment.put("FAKETIME", jump);
      environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
      // or each timed wait of the JVM ends at once, and the processors are taken by waiting
      environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }
    instances[i] = Instance.start(plan.folder(), plan.packaged(), environment);
  }

  private void kill(int i) {
    instances[i].kill();
    kills++;
    forget(i);
  }

  private void end(int i) {
    if (instances[i] != null) {
      instances[i].close();
      forget(i);
    }
  }

  private void forget(int i) {
    instances[i] = null;
    if (balancer != null) {
      balancer.remove(ports[i]);
    }
  }

  private void live(int afterwards) throws IOException {
    int confirmed = bot.confirmed().size();
    long end = Long.MAX_VALUE;
    long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(QUIET_SECONDS);
    // one life in two ends while it starts, the others some time after the first update is taken
    if (random.nextBoolean()) {
      end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(afterwards);
    }
    while (System.nanoTime() < end) {
      if (end == Long.MAX_VALUE && bot.confirmed().size() > confirmed) {
        end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(afterwards / 3);
      }
      restartEnded();
      if (System.nanoTime() > latest) {
        throw new IllegalStateException("It does not run: " + Instance.log(plan.folder()));
      }
      if (bot.unconfirmed().size() < WAITING) {
        push(talkers.next());
      }
      if (database != null) {
        trouble(database);
      }
      pause(random.nextInt(STEP_MILLIS));
    }
  }

  /** One that finds no database when it starts ends, and whoever runs it starts it again. */
  private void restartEnded() throws IOException {
    for (int i = 0; i < instances.length; i++) {
      if (!instances[i].isAlive()) {
        if (database == null) {
          throw new IllegalStateException("It ended: " + Instance.log(plan.folder()));
        }
        ended++;
        forget(i);
        start(i, JUMPS.get(random.nextInt(JUMPS.size())));
      }
    }
  }

  private void trouble(Database one) {
    switch (random.nextInt(TROUBLED_STEPS * plan.calm())) {
      case 0, 1 -> one.wire().cut();
      case 2 -> one.wire().slow(true);
      case 3 -> one.wire().down(true);
      case 4 -> {
        one.killAndStart();
        databaseKills++;
      }
      default -> {
        // a step without trouble
      }
    }
    if (random.nextInt(OVER_STEPS) == 0) {
      one.wire().clear();
    }
  }

  private void push(Sent one) {
    sent.put(one.id(), one);
    bot.push(one.json());
  }

  /** Waits until nothing waits any more, neither at the platform nor in the database. */
  private void settle() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(QUIET_SECONDS);
    while (!isSettled() && System.nanoTime() < deadline && instances[0].isAlive()) {
      pause(TimeUnit.SECONDS.toMillis(2));
    }
  }

  private boolean isSettled() throws IOException {
    if (!bot.unconfirmed().isEmpty()) {
      return false;
    }
    Path address = plan.folder().resolve("data").resolve("server-address");
    String uri = database == null ? Files.readString(address) : database.uri();
    return Records.open(uri) == 0;
  }

  private Verdict check() throws IOException {
    Files.write(
        plan.folder().resolve("accepted.log"),
        bot.accepted().stream()
            .map(one -> one.chat() + " " + one.text().replace("\n", "\\n"))
            .toList());
    List<Sent> acknowledged = bot.confirmed().stream().map(sent::get).toList();
    if (database != null) {
      return Checker.check(Records.of(database.uri()), acknowledged, bot.accepted());
    }
    try (EmbeddedServer server =
        EmbeddedServer.open(plan.folder().resolve("data"), failure -> {})) {
      return Checker.check(Records.of(server.uri()), acknowledged, bot.accepted());
    }
  }

  @Override
  public void close() {
    for (Instance instance : instances) {
      if (instance != null) {
        instance.kill();
      }
    }
    if (balancer != null) {
      balancer.close();
    }
    if (database != null) {
      database.close();
    }
    bot.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static void pause(long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
