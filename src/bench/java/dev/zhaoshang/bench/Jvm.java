package dev.zhaoshang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM as the README starts it. */
final class Jvm {

  static final String COLLECTOR = "-XX:+UseG1GC";

  /** What is learnt fills half of the heap for good, so marking begins late, and not by guesses. */
  static final String NO_GUESSES = "-XX:-G1UseAdaptiveIHOP";

  static final String MARKS_AT = "-XX:InitiatingHeapOccupancyPercent=70";
  static final String COMPILER = "-XX:TieredStopAtLevel=1";
  static final String LEAST_HEAP = "-Xms64m";
  static final String MOST_HEAP = "-Xmx384m";

  /** The application, unpacked. */
  private static final Path JAR =
      Path.of("target", "zhaoshang-bot", "zhaoshang-bot.jar").toAbsolutePath();

  private Jvm() {}

  /** The flags that the application is started with: ours, or those of {@code bench.jvm}. */
  static List<String> flags() {
    String others = System.getProperty("bench.jvm", "");
    return others.isBlank()
        ? List.of(COLLECTOR, NO_GUESSES, MARKS_AT, COMPILER, LEAST_HEAP, MOST_HEAP)
        : List.of(others.trim().split("\\s+", -1));
  }

  /** The command that starts the application. */
  static List<String> application() {
    String archive = JAR.resolveSibling("zhaoshang-bot.jsa").toString();
    return command("-XX:SharedArchiveFile=" + archive, "-jar", JAR.toString());
  }

  /** The command that starts one with these further arguments. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.addAll(List.of(arguments));
    return command;
  }
}
