package dev.zhaoshang.faults;

import dev.zhaoshang.channel.telegram.TelegramStandIn;
import dev.zhaoshang.faults.Checker.Verdict;
import dev.zhaoshang.faults.Talkers.Sent;
import dev.zhaoshang.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One application on the embedded store that polls, is killed again and again, and is checked. */
final class Campaign {

  /** Updates that wait at the platform at most: reps wait for answers, mostly. */
  private static final int WAITING = 60;

  private static final int LIFE_MILLIS = 12_000;
  private static final int STEP_MILLIS = 20;
  private static final int QUIET_SECONDS = 240;

  /** By which the clock is wrong, in one life after another. */
  private static final List<String> JUMPS = List.of("+0", "-2h", "+3h", "-1d", "+10m");

  /** Later than any of them: what was due in some life is due in the last. */
  private static final String LAST = "+3h";

  private final Plan plan;
  private final PrintStream out;
  private final Random random;
  private final Talkers talkers;
  private final Map<Long, Sent> sent = new TreeMap<>();
  private int kills;
  private int atWork;

  Campaign(Plan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
    this.random = new Random(plan.seed());
    this.talkers = new Talkers(plan.reps(), new Random(random.nextLong()));
  }

  /** Runs it; says what the checker found. */
  Verdict run() throws IOException {
    Path config = Files.createDirectories(plan.folder().resolve("config"));
    Files.writeString(config.resolve("application.yml"), talkers.settings());
    SmallDialogs.copy(Path.of("dialogs").toAbsolutePath(), plan.folder().resolve("dialogs"));
    Weather weather = new Weather(new Random(random.nextLong()));
    try (TelegramStandIn bot = new TelegramStandIn()) {
      bot.weather(weather);
      while (kills < plan.kills() || sent.size() < plan.turns()) {
        Instance instance = start(bot, JUMPS.get(random.nextInt(JUMPS.size())));
        int confirmed = bot.confirmed().size();
        live(bot, instance, random.nextInt(LIFE_MILLIS));
        instance.kill();
        kills++;
        atWork += bot.confirmed().size() > confirmed ? 1 : 0;
        if (kills % 10 == 0) {
          out.printf(
              "%d kills, %d updates, %d not yet acknowledged%n",
              kills, sent.size(), bot.unconfirmed().size());
        }
      }
      weather.clear();
      try (Instance last = start(bot, LAST)) {
        talkers.greetings().forEach(one -> push(bot, one));
        settle(bot, last);
      }
      return check(bot);
    }
  }

  /** Kills so far. */
  int kills() {
    return kills;
  }

  /** Kills of an application that had taken updates since its start. */
  int killsAtWork() {
    return atWork;
  }

  private Instance start(TelegramStandIn bot, String jump) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("SERVER_PORT", Integer.toString(freePort()));
    environment.put("DATA_DIR", plan.folder().resolve("data").toString());
    environment.put("DIALOGS_DIR", plan.folder().resolve("dialogs").toString());
    environment.put("TELEGRAM_BOT_TOKEN", TelegramStandIn.TOKEN);
    environment.put("TELEGRAM_API_URL", bot.address());
    if (plan.jumps()) {
      environment.put("LD_PRELOAD", Plan.FAKETIME.toString());
      environment.put("FAKETIME", jump);
      environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    }
    return Instance.start(plan.folder(), plan.packaged(), environment);
  }

  private void live(TelegramStandIn bot, Instance instance, int afterwards) {
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
      if (!instance.isAlive() || System.nanoTime() > latest) {
        throw new IllegalStateException("It does not run: " + Instance.log(plan.folder()));
      }
      if (bot.unconfirmed().size() < WAITING) {
        push(bot, talkers.next());
      }
      pause(random.nextInt(STEP_MILLIS));
    }
  }

  private void push(TelegramStandIn bot, Sent one) {
    sent.put(one.id(), one);
    bot.push(one.json());
  }

  /** Waits until nothing waits any more, neither at the platform nor in the database. */
  private void settle(TelegramStandIn bot, Instance instance) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(QUIET_SECONDS);
    while (!isSettled(bot) && System.nanoTime() < deadline && instance.isAlive()) {
      pause(TimeUnit.SECONDS.toMillis(2));
    }
  }

  private boolean isSettled(TelegramStandIn bot) throws IOException {
    Path address = plan.folder().resolve("data").resolve("server-address");
    return bot.unconfirmed().isEmpty() && Records.open(Files.readString(address)) == 0;
  }

  private Verdict check(TelegramStandIn bot) {
    List<Sent> acknowledged = bot.confirmed().stream().map(sent::get).toList();
    try (EmbeddedServer server =
        EmbeddedServer.open(plan.folder().resolve("data"), failure -> {})) {
      return Checker.check(Records.of(server.uri()), acknowledged, bot.accepted());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause(long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
