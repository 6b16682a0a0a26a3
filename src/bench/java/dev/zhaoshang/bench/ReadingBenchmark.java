package dev.zhaoshang.bench;

import dev.zhaoshang.command.Assistant;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.Understanding;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to read one text, on one thread of a JVM that sees one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {
      Jvm.COLLECTOR,
      Jvm.NO_GUESSES,
      Jvm.MARKS_AT,
      Jvm.COMPILER,
      Jvm.LEAST_HEAP,
      Jvm.MOST_HEAP,
      "-XX:ActiveProcessorCount=1"
    })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class ReadingBenchmark {

  /** What is read; its texts one after the other. */
  @Param public Sample sample = Sample.BARE;

  private final Understanding understanding =
      Assistant.of(Dialogs.load(Path.of("dialogs"))).understanding();
  private List<String> texts = List.of();
  private int next;

  /** Takes the texts out of their enum, which is not to be measured. */
  @Setup
  public void choose() {
    texts = sample.texts();
  }

  /** Reads a text. */
  @Benchmark
  public Meaning read() {
    next = (next + 1) % texts.size();
    return understanding.read(texts.get(next), sample.asked());
  }
}
