package dev.zhaoshang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** 200 reps at 50 turns a second in all, and the memory after many turns. */
final class LoadPart implements Part {

  private static final int PER_SECOND = 50;
  private static final double P50_MILLIS = 15;
  private static final double P99_MILLIS = 120;
  private static final double CARD_MILLIS = 150;
  private static final double MEGABYTES = 850;
  private static final int TIME_LIMIT_SECONDS = 120;

  @Override
  public String name() {
    return "load";
  }

  @Override
  public void run(Options options, Report report) {
    Path folder = options.folder().resolve("load");
    Reps.enrol(folder);
    try (Application application = Application.start(folder)) {
      application.awaitReady(Reps.id(0));
      Load load = new Load(application.chat());
      load.openLoop(PER_SECOND, options.warmup(), Load.Result.empty());
      Load.Result result = Load.Result.empty();
      double before = application.cpuSeconds();
      load.openLoop(PER_SECOND, options.seconds(), result);
      double cpu = application.cpuSeconds() - before;
      report(result, report);
      report.line(
          "Processor time of the application: "
              + Report.number(cpu * 1000 / (PER_SECOND * options.seconds()))
              + " ms a turn; the machine has "
              + Report.number(1000.0 * Runtime.getRuntime().availableProcessors() / PER_SECOND)
              + " ms.\n");
      load.untilTurns(options.turns(), TIME_LIMIT_SECONDS);
      ResidentMemory memory = application.memory();
      String what = "resident memory after %,d turns".formatted(load.turns());
      report.figure(what, memory.megabytes(), MEGABYTES, " MB");
      report.line("Highest resident memory: " + Report.number(memory.peakMegabytes()) + " MB");
    }
  }

  private static void report(Load.Result result, Report report) {
    Histogram waited = result.waited();
    report.figure("turn, p50, 200 reps at 50/s", Millis.at(waited, 50), P50_MILLIS, " ms");
    report.figure("turn, p99, 200 reps at 50/s", Millis.at(waited, 99), P99_MILLIS, " ms");
    Histogram card = result.byKind().getOrDefault(Kind.OBJECTION, Load.histogram());
    report.figure("card against an objection, p99", Millis.at(card, 99), CARD_MILLIS, " ms");
    report.figure("turns without an answer", result.failures().get(), 0, "");
    report.section("Load");
    report.line(
        "The benchmark itself sent messages late by (ms): p50 %s, p99 %s, max %s. It is in the figures.\n"
            .formatted(
                Millis.text(result.late(), 50),
                Millis.text(result.late(), 99),
                Millis.text(result.late(), 100)));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("all", waited));
    for (Map.Entry<Kind, Histogram> kind : result.byKind().entrySet()) {
      rows.add(row(kind.getKey().label(), kind.getValue()));
    }
    report.table(List.of("message", "turns", "p50 ms", "p90 ms", "p99 ms", "max ms"), rows);
  }

  private static List<String> row(String what, Histogram waited) {
    return List.of(
        what,
        Long.toString(waited.getTotalCount()),
        Millis.text(waited, 50),
        Millis.text(waited, 90),
        Millis.text(waited, 99),
        Millis.text(waited, 100));
  }
}
