package dev.zhaoshang.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What a turn takes with few and with many stored distributors and turns. Both applications run,
 * and the reps talk to one and the other by turns, so that the machine is the same to both.
 */
final class GrowthPart implements Part {

  private static final int PER_SECOND = 50;
  private static final int SLICES = 10;
  private static final int TALKING = 20;
  private static final int TALKING_SECONDS = 5;
  private static final double RATIO = 1.3;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public void run(Options options, Report report) {
    Path few = filled(options.folder().resolve("growth-few"), StoredDistributors.FEW);
    Path many = filled(options.folder().resolve("growth-many"), options.distributors());
    talkedIn(many, options.storedTurns());
    try (Application first = Application.start(few);
        Application second = Application.start(many)) {
      report.line(
          "Ready after %s s and %s s, both starting at once."
              .formatted(
                  Report.number(first.awaitReady(Reps.id(0))),
                  Report.number(second.awaitReady(Reps.id(0)))));
      Load.Result small = Load.Result.empty();
      Load.Result large = Load.Result.empty();
      byTurns(new Load(first.chat()), new Load(second.chat()), options, small, large);
      report(options, small, large, report);
      report.line(
          "Resident memory at the end: %s MB and %s MB."
              .formatted(
                  Report.number(first.memory().megabytes()),
                  Report.number(second.memory().megabytes())));
    }
  }

  private static Path filled(Path folder, int distributors) {
    Reps.enrol(folder);
    StoredDistributors.fill(folder.resolve("data"), distributors);
    return folder;
  }

  private static void talkedIn(Path folder, int turns) {
    if (turns > 0) {
      try (Application application = Application.start(folder)) {
        application.awaitReady(Reps.id(0));
        new Load(application.chat()).closedLoop(TALKING, TALKING_SECONDS, Load.Result.empty());
      }
      StoredTurns.fill(folder.resolve("data"), turns);
    }
  }

  private static void byTurns(
      Load first, Load second, Options options, Load.Result small, Load.Result large) {
    first.openLoop(PER_SECOND, options.warmup(), Load.Result.empty());
    second.openLoop(PER_SECOND, options.warmup(), Load.Result.empty());
    double slice = options.seconds() / 2.0 / SLICES;
    for (int i = 0; i < SLICES; i++) {
      first.openLoop(PER_SECOND, slice, small);
      second.openLoop(PER_SECOND, slice, large);
    }
  }

  private static void report(Options options, Load.Result small, Load.Result large, Report report) {
    double ratio = Millis.at(large.waited(), 50) / Millis.at(small.waited(), 50);
    String what =
        "turn, p50, %,d stored distributors and %,d turns against %,d and none"
            .formatted(options.distributors(), options.storedTurns(), StoredDistributors.FEW);
    report.figure(what, ratio, RATIO, " ×");
    report.section("Growth");
    report.table(
        List.of("stored distributors", "turns", "failed", "p50 ms", "p90 ms", "p99 ms"),
        List.of(row(StoredDistributors.FEW, small), row(options.distributors(), large)));
  }

  private static List<String> row(int distributors, Load.Result result) {
    return List.of(
        "%,d".formatted(distributors),
        Long.toString(result.waited().getTotalCount()),
        Integer.toString(result.failures().get()),
        Millis.text(result.waited(), 50),
        Millis.text(result.waited(), 90),
        Millis.text(result.waited(), 99));
  }
}
