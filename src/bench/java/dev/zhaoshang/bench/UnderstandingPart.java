package dev.zhaoshang.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** What reading, loading, learning and learning again take. */
final class UnderstandingPart implements Part {

  private static final double READ_MILLIS = 25;
  private static final double LOAD_SECONDS = 5;
  private static final double RELOAD_SECONDS = 2;
  private static final double MEGABYTES = 300;

  @Override
  public String name() {
    return "understanding";
  }

  @Override
  public void run(Options options, Report report) {
    Collection<RunResult> reading = run(ReadingBenchmark.class, options);
    Collection<RunResult> learning = run(LearningBenchmark.class, options);
    Collection<RunResult> turn = run(TurnBenchmark.class, options);
    double worst =
        reading.stream()
            .filter(result -> sample(result).isTyped())
            .mapToDouble(result -> statistics(result).getPercentile(99))
            .max()
            .orElse(Double.NaN);
    report.figure("reading a text, p99, slowest kind, one core", worst, READ_MILLIS, " ms");
    report.figure("loading and learning", median(learning, "load"), LOAD_SECONDS, " s");
    report.figure("again, with one more example", median(learning, "reload"), RELOAD_SECONDS, " s");
    LearnedMemory memory = LearnedMemory.measure();
    report.figure("resident memory for it", memory.resident(), MEGABYTES, " MB");
    report.section("Understanding");
    report.line("Of the memory, on the heap: " + Report.number(memory.heap()) + " MB\n");
    report.table(
        List.of("texts", "characters", "reads", "p50 ms", "p99 ms", "max ms"),
        reading.stream().map(UnderstandingPart::row).toList());
    report.section("A turn's step of the machine and its commit on the embedded store");
    report.table(
        List.of("what", "times", "p50 ms", "p99 ms", "max ms"),
        turn.stream().map(UnderstandingPart::turnRow).toList());
  }

  private static List<String> turnRow(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    Statistics taken = statistics(result);
    return List.of(
        benchmark.substring(benchmark.lastIndexOf('.') + 1),
        Long.toString(taken.getN()),
        Report.number(taken.getPercentile(50)),
        Report.number(taken.getPercentile(99)),
        Report.number(taken.getMax()));
  }

  private static Collection<RunResult> run(Class<?> benchmark, Options options) {
    try {
      return new Runner(
              new OptionsBuilder()
                  .include(benchmark.getName() + "\\.")
                  .output(options.folder().resolve(benchmark.getSimpleName() + ".log").toString())
                  .shouldFailOnError(true)
                  .build())
          .run();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH failed; see its log in " + options.folder(), e);
    }
  }

  private static double median(Collection<RunResult> results, String method) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .mapToDouble(result -> statistics(result).getPercentile(50))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static List<String> row(RunResult result) {
    Sample sample = sample(result);
    Statistics read = statistics(result);
    return List.of(
        sample.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        Report.number(sample.texts().stream().mapToInt(String::length).average().orElse(0)),
        Long.toString(read.getN()),
        Report.number(read.getPercentile(50)),
        Report.number(read.getPercentile(99)),
        Report.number(read.getMax()));
  }

  private static Sample sample(RunResult result) {
    return Sample.valueOf(result.getParams().getParam("sample"));
  }

  private static Statistics statistics(RunResult result) {
    return result.getPrimaryResult().getStatistics();
  }
}
