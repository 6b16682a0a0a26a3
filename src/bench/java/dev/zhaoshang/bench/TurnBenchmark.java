package dev.zhaoshang.bench;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.conversation.machine.SpringTransitions;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.conversation.machine.Transitions;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Session.Position;
import dev.zhaoshang.store.mongo.MongoStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.FileSystemUtils;

/** What a step of the machine takes, and the one write of a turn on the embedded store. */
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
      Jvm.MOST_HEAP
    })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class TurnBenchmark {

  private final Content content = Dialogs.load(Path.of("dialogs"));
  private final Transitions transitions = new SpringTransitions(content.forms().values());
  private final Signal ask = Signal.ask("intake", content.intake().aspects().get(0).id());
  private Path folder = Path.of("");
  private @Nullable MongoStore store;
  private long version;

  /** Opens a store that is new. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("turn-benchmark");
    store = MongoStore.open(null, folder, Duration.ofDays(1));
  }

  /** Closes and removes it. */
  @TearDown
  public void close() throws IOException {
    Objects.requireNonNull(store).close();
    FileSystemUtils.deleteRecursively(folder);
  }

  /** From nothing under way to the first question. */
  @Benchmark
  public Optional<String> step() {
    return transitions.after(States.IDLE, ask);
  }

  /** Compare and set of a session, on disk when it returns. */
  @Benchmark
  public boolean commit() {
    version++;
    return Objects.requireNonNull(store)
        .sessions()
        .commit(
            new Session(
                "rep",
                version,
                Session.SCHEMA,
                "",
                Position.at(States.IDLE),
                List.of(),
                null,
                Language.ZH,
                false,
                version,
                "bench",
                List.of(),
                null,
                null));
  }
}
