package dev.zhaoshang.bench;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.DialogFiles;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.TextUnderstanding;
import dev.zhaoshang.understanding.act.ActLearner;
import dev.zhaoshang.understanding.objection.ObjectionLearner;
import dev.zhaoshang.understanding.objection.Thresholds;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Loading and learning in a JVM that has done neither, and again after an edit. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 3,
    jvmArgs = {
      Jvm.COLLECTOR,
      Jvm.NO_GUESSES,
      Jvm.MARKS_AT,
      Jvm.COMPILER,
      Jvm.LEAST_HEAP,
      Jvm.MOST_HEAP
    })
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LearningBenchmark {

  private static final Path FOLDER = Path.of("dialogs");
  private static final String CARD = "objections/priceTooHigh.yml";

  /** Loads all and reads a text, because some of it is loaded when it is first needed. */
  @Benchmark
  public Meaning load() {
    return read(ObjectionLearner.load(), new ActLearner(), DialogFiles.in(FOLDER));
  }

  /** What has been loaded and learned before the edit. */
  @State(Scope.Benchmark)
  public static class Loaded {

    private final ObjectionLearner learner = ObjectionLearner.load();
    private final ActLearner acts = new ActLearner();
    private final Meaning first = read(learner, acts, DialogFiles.in(FOLDER));

    /** What was read then. */
    public Meaning first() {
      return first;
    }
  }

  /** Loads the folder again and learns it, with one more example of an objection. */
  @Benchmark
  public Meaning reload(Loaded loaded) {
    return read(loaded.learner, loaded.acts, withOneMoreExample());
  }

  private static DialogFiles withOneMoreExample() {
    Map<String, String> texts = new TreeMap<>(DialogFiles.in(FOLDER).texts());
    texts.computeIfPresent(
        CARD,
        (name, text) ->
            text.replaceFirst(
                "(?m)^examples:\\n  zh:\\n", "examples:\n  zh:\n    - 按这个供价他跑一年等于白忙\n"));
    return DialogFiles.of(texts);
  }

  private static Meaning read(ObjectionLearner learner, ActLearner acts, DialogFiles files) {
    Content content = new Dialogs(Set.of()).load(files);
    double sure = Thresholds.CALIBRATED.sure();
    return new TextUnderstanding(content, learner.learn(content), acts.learn(content), sure)
        .read("周文斌 临床12个人 不过他嫌报价高", "contact");
  }
}
