package dev.zhaoshang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Runs the benchmark and writes {@code target/bench/report.md}. */
public final class Bench {

  private static final long TIME_LIMIT = TimeUnit.MINUTES.toNanos(25);

  private static final List<Part> PARTS =
      List.of(
          new StartPart(),
          new LoadPart(),
          new ConcurrencyPart(),
          new GrowthPart(),
          new UnderstandingPart(),
          new CallbacksPart(),
          new RemindersPart(),
          new DayPart());

  private Bench() {}

  /** Runs the parts that {@code bench.parts} names. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Options options = Options.fromSystemProperties();
    FileSystemUtils.deleteRecursively(options.folder());
    Files.createDirectories(options.folder());
    limitTime(out);
    Report report = new Report();
    describe(options, report);
    for (Part part : PARTS) {
      if (options.parts().contains(part.name())) {
        out.println("Benchmark: " + part.name() + " …");
        part.run(options, report);
      }
    }
    Path file = options.folder().resolve("report.md");
    Files.writeString(file, report.markdown(), StandardCharsets.UTF_8);
    out.println(report.markdown());
    out.printf("%d over budget. The report is in %s%n", report.missed(), file);
  }

  private static void describe(Options options, Report report) {
    report.section("Where");
    report.line(
        "%d processors, load average at the start %s, Java %s, %s %s; %d s of load after %d s; started with %s."
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                Report.number(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                options.seconds(),
                options.warmup(),
                String.join(" ", Jvm.flags())));
  }

  /** Ends this process when it takes too long; what it started ends with it. */
  private static void limitTime(PrintStream out) {
    Thread guard =
        new Thread(
            () -> {
              Pause.nanos(TIME_LIMIT);
              out.println("The benchmark took too long and was ended.");
              System.exit(1);
            });
    guard.setDaemon(true);
    guard.start();
  }
}
