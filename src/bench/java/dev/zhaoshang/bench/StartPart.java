package dev.zhaoshang.bench;

import java.util.ArrayList;
import java.util.List;

/** How long after the start the first turn is answered, in a data directory without data. */
final class StartPart implements Part {

  private static final int RUNS = 3;
  private static final double BUDGET_SECONDS = 10;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void run(Options options, Report report) {
    List<Double> seconds = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      try (Application application =
          Application.start(options.folder().resolve("start-" + (i + 1)))) {
        seconds.add(application.awaitReady("demo"));
        cpu.add(application.cpuSeconds());
      }
    }
    double median = seconds.stream().sorted().toList().get(RUNS / 2);
    report.figure("start, until the first turn is answered", median, BUDGET_SECONDS, " s");
    report.section("Start");
    report.line("Runs: " + list(seconds) + " s; processor time used: " + list(cpu) + " s");
  }

  private static String list(List<Double> values) {
    return String.join(", ", values.stream().map(Report::number).toList());
  }
}
