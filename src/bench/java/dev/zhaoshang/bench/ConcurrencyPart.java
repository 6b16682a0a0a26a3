package dev.zhaoshang.bench;

import dev.zhaoshang.store.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * How many turns a second the application does for 1, 10, 100 and 500 reps who each wait for the
 * answer before they go on, how long they wait, and what it costs to wait for them.
 */
final class ConcurrencyPart implements Part {

  private static final int[] REPS = {1, 10, 100, 500};
  private static final int COMPARED_REPS = 100;
  private static final int GOAL_PER_SECOND = 300;
  private static final int STEADY_PER_SECOND = 100;
  private static final int STEADY_SECONDS = 20;
  private static final int IDLE_SECONDS = 10;
  private static final int GREETING_SECONDS = 60;
  private static final double STEADY_MILLIS = 100;
  private static final double ACCEPT_MILLIS = 50;

  private static final double NEXT_MILLIS = 5;

  @Override
  public String name() {
    return "concurrency";
  }

  @Override
  public void run(Options options, Report report) {
    int most = REPS[REPS.length - 1];
    Path folder = options.folder().resolve("concurrency");
    Reps.enrol(folder, most);
    Map<String, String> store =
        options.mongodb().isEmpty()
            ? Map.of()
            : Map.of("MONGODB_URI", options.mongodb(), "API_TOKEN", Chat.TOKEN);
    try (Application application = Application.start(folder, store)) {
      application.awaitReady(Reps.id(0));
      Load load = new Load(application.chat(), most);
      load.closedLoop(REPS[1], options.warmup(), Load.Result.empty());
      // Everybody's first message is a new distributor; after it the mix is as stated.
      load.untilTurns(load.turns() + most, GREETING_SECONDS);
      report.figure("idle, share of one core", idle(application), 1, " %");
      List<Level> levels = new ArrayList<>();
      for (int reps : REPS) {
        Load.Result result = Load.Result.empty();
        double rate = load.closedLoop(reps, options.seconds() / (double) REPS.length, result);
        levels.add(new Level(reps, rate, result));
      }
      steady(load, application.chat(), report);
      report(levels, report);
      compare(folder, options, report);
      ConcurrencyChart.draw(levels, options.folder().resolve("concurrency.png"));
      report.line("![Turns a second and waiting, by reps at once](concurrency.png)\n");
    }
  }

  /**
   * What so many reps got.
   *
   * @param reps at once
   * @param perSecond turns
   */
  record Level(int reps, double perSecond, Load.Result result) {}

  private static double idle(Application application) {
    double before = application.cpuSeconds();
    Pause.nanos(TimeUnit.SECONDS.toNanos(IDLE_SECONDS));
    return (application.cpuSeconds() - before) * 100 / IDLE_SECONDS;
  }

  private static void steady(Load load, Chat chat, Report report) {
    Load.Result result = Load.Result.empty();
    String before = chat.figures();
    load.openLoop(STEADY_PER_SECOND, STEADY_SECONDS, result);
    String after = chat.figures();
    report.figure("turn, p99, at 100/s", Millis.at(result.waited(), 99), STEADY_MILLIS, " ms");
    report.figure(
        "kept before it is acknowledged, p99 at most, at 100/s",
        stage("accept", before, after),
        ACCEPT_MILLIS,
        " ms");
    report.figure(
        "second message after the first, p99 at most, at 100/s",
        stage("next", before, after),
        NEXT_MILLIS,
        " ms");
    report.line(
        "At 100 turns a second, 99 of 100 turns were applied %s ms after their commit, at most.\n"
            .formatted(Report.number(stage("apply", before, after))));
  }

  /** The upper bound of the bucket in which the 99th of a hundred is, in milliseconds. */
  private static double stage(String stage, String before, String after) {
    Map<String, Double> earlier = buckets(stage, before);
    Map<String, Double> buckets = buckets(stage, after);
    buckets.replaceAll((bound, count) -> count - earlier.getOrDefault(bound, 0.0));
    double all = buckets.getOrDefault("+Inf", 0.0);
    return buckets.entrySet().stream()
        .filter(one -> one.getValue() >= 0.99 * all)
        .map(one -> one.getKey().replace("+Inf", "Infinity"))
        .mapToDouble(seconds -> 1000 * Double.parseDouble(seconds))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** How many took at most so many seconds, by the bound, from the lowest on. */
  private static Map<String, Double> buckets(String stage, String figures) {
    Pattern bucket =
        Pattern.compile(
            "zhaoshang_turn_stage_seconds_bucket\\{stage=\"%s\",le=\"([^\"]+)\"} (\\d+)"
                .formatted(stage));
    Map<String, Double> buckets = new LinkedHashMap<>();
    bucket
        .matcher(figures)
        .results()
        .forEach(one -> buckets.put(one.group(1), Double.valueOf(one.group(2))));
    return buckets;
  }

  /** The application's own store, while nobody talks to the application. */
  private static void compare(Path folder, Options options, Report report) {
    report.section("A plain grammY bot");
    String mongodb =
        options.mongodb().isEmpty()
            ? EmbeddedServer.uriOfRunning(folder.resolve("data"))
            : options.mongodb();
    Optional<GrammyBot> started = GrammyBot.start(options.folder().resolve("grammy"), mongodb);
    if (started.isEmpty()) {
      report.line("Not compared: it takes Node, npm and the packages of src/bench/grammy.\n");
      return;
    }
    try (GrammyBot bot = started.get()) {
      bot.closedLoop(COMPARED_REPS, options.warmup() / 2.0, Load.histogram());
      Histogram waited = Load.histogram();
      double rate = bot.closedLoop(COMPARED_REPS, options.seconds() / 4.0, waited);
      report.line(
          "Ten questions in a conversation that is kept in the same store, without understanding and"
              + " without records, %d at once by webhook: %s turns a second; p50 %s ms, p99 %s ms.\n"
                  .formatted(
                      COMPARED_REPS,
                      Report.number(rate),
                      Millis.text(waited, 50),
                      Millis.text(waited, 99)));
    }
  }

  private static void report(List<Level> levels, Report report) {
    double best = levels.stream().mapToDouble(Level::perSecond).max().orElse(Double.NaN);
    report.goal("turns a second, at most", best, GOAL_PER_SECOND, "/s");
    report.section("Reps at once");
    List<List<String>> rows = new ArrayList<>();
    for (Level level : levels) {
      Histogram bare = Load.histogram();
      Histogram free = Load.histogram();
      level.result().byKind().forEach((kind, waited) -> (kind.isBare() ? bare : free).add(waited));
      rows.add(row(level, "all", level.result().waited()));
      rows.add(row(level, "buttons, bare answers", bare));
      rows.add(row(level, "free text", free));
    }
    report.table(
        List.of("reps", "turns/s", "failed", "of", "turns", "p50 ms", "p90 ms", "p99 ms", "max ms"),
        rows);
  }

  private static List<String> row(Level level, String what, Histogram waited) {
    return List.of(
        Integer.toString(level.reps()),
        Report.number(level.perSecond()),
        Integer.toString(level.result().failures().get()),
        what,
        Long.toString(waited.getTotalCount()),
        Millis.text(waited, 50),
        Millis.text(waited, 90),
        Millis.text(waited, 99),
        Millis.text(waited, 100));
  }
}
