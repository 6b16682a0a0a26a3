package dev.zhaoshang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * How many turns a second the application does for 1, 10, 100 and 500 reps who each wait for the
 * answer before they go on, how long they wait, and what it costs to wait for them.
 */
final class ConcurrencyPart implements Part {

  private static final int[] REPS = {1, 10, 100, 500};
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
      steady(load, report);
      String figures = application.chat().figures();
      report.figure(
          "kept before it is acknowledged, p99 at most",
          stage("accept", figures),
          ACCEPT_MILLIS,
          " ms");
      // a rep's second message starts when what the first one left is applied
      report.figure(
          "second message after the first, p99 at most",
          stage("apply", figures),
          NEXT_MILLIS,
          " ms");
      report(levels, report);
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

  private static void steady(Load load, Report report) {
    Load.Result result = Load.Result.empty();
    load.openLoop(STEADY_PER_SECOND, STEADY_SECONDS, result);
    report.figure("turn, p99, at 100/s", Millis.at(result.waited(), 99), STEADY_MILLIS, " ms");
  }

  /** The upper bound of the bucket in which the 99th of a hundred is, in milliseconds. */
  private static double stage(String stage, String figures) {
    Pattern bucket =
        Pattern.compile(
            "zhaoshang_turn_stage_seconds_bucket\\{stage=\"%s\",le=\"([^\"]+)\"} (\\d+)"
                .formatted(stage));
    List<MatchResult> buckets = bucket.matcher(figures).results().toList();
    double all = Double.parseDouble(buckets.get(buckets.size() - 1).group(2));
    return buckets.stream()
        .filter(one -> Double.parseDouble(one.group(2)) >= 0.99 * all)
        .map(one -> one.group(1).replace("+Inf", "Infinity"))
        .mapToDouble(seconds -> 1000 * Double.parseDouble(seconds))
        .findFirst()
        .orElse(Double.NaN);
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
