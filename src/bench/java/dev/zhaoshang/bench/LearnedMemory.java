package dev.zhaoshang.bench;

import dev.zhaoshang.command.Assistant;
import dev.zhaoshang.content.Dialogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much memory loading, learning and reading take.
 *
 * @param resident growth of the resident memory, in MB
 * @param heap growth of what lives on the heap, in MB
 */
record LearnedMemory(double resident, double heap) {

  /** Measures in a JVM of its own. */
  static LearnedMemory measure() {
    try {
      Process process =
          new ProcessBuilder(
                  Jvm.command(
                      "-classpath",
                      System.getProperty("java.class.path"),
                      LearnedMemory.class.getName()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] bytes = process.getInputStream().readAllBytes();
      List<String> words =
          List.of(new String(bytes, StandardCharsets.UTF_8).strip().split(" ", -1));
      return new LearnedMemory(
          Double.parseDouble(words.get(words.size() - 2)),
          Double.parseDouble(words.get(words.size() - 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs in that JVM and prints both numbers. */
  public static void main(String[] args) {
    LearnedMemory before = now();
    Assistant assistant = Assistant.of(Dialogs.load(Path.of("dialogs")));
    Stream.of(Sample.values())
        .filter(Sample::isTyped)
        .forEach(s -> s.texts().forEach(text -> assistant.understanding().read(text, s.asked())));
    LearnedMemory after = now();
    System.out.println((after.resident - before.resident) + " " + (after.heap - before.heap));
    // what was learned lives until here
    if (assistant.content().objections().isEmpty()) {
      throw new IllegalStateException("No objections");
    }
  }

  private static LearnedMemory now() {
    ManagementFactory.getMemoryMXBean().gc();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    return new LearnedMemory(ResidentMemory.of(ProcessHandle.current().pid()).megabytes(), heap);
  }
}
