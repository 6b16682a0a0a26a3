package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.domain.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How well the examples teach each other: each is told by what the others teach. The encoders keep
 * silent here, for they have seen the examples.
 */
public final class Folds {

  private static final int FOLDS = 5;

  private static final Encoder SILENT = text -> new Encoder.Opinion(0, List.of());

  private final List<Told> told;

  /**
   * An example and what the others make of it.
   *
   * @param fired objections that they are sure of
   * @param ranked all objections, likeliest first
   */
  public record Told(Example example, List<String> fired, List<Meaning.Scored> ranked) {

    public Told {
      fired = List.copyOf(fired);
      ranked = List.copyOf(ranked);
    }

    /** Whether the objection comes first, or nothing fires where nothing is raised. */
    public boolean right() {
      return example.objections().isEmpty()
          ? fired.isEmpty()
          : example.objections().contains(ranked.get(0).objection());
    }
  }

  private Folds(List<Told> told) {
    this.told = List.copyOf(told);
  }

  /** Learns five times, each time without a fifth of the examples; takes some seconds. */
  public static Folds of(Content content, Thresholds thresholds) {
    List<Example> examples = Example.of(content);
    List<String> objections = List.copyOf(content.objections().keySet());
    List<Told> told = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      TrainedScorer scorer =
          TrainedScorer.train(
              SILENT, new Lessons(objections, part(examples, i -> i % FOLDS != out), List.of()));
      for (Example example : part(examples, i -> i % FOLDS == out)) {
        List<Meaning.Scored> ranked = scorer.rank(example.text());
        told.add(new Told(example, thresholds.fired(ranked), ranked));
      }
    }
    return new Folds(told);
  }

  private static List<Example> part(List<Example> examples, IntPredicate counts) {
    return IntStream.range(0, examples.size()).filter(counts).mapToObj(examples::get).toList();
  }

  /** Share of the examples with an objection that are told right. */
  public double right() {
    return share(told.stream().filter(t -> !t.example().objections().isEmpty()).toList());
  }

  /** Share of the examples without an objection at which nothing fires. */
  public double silent() {
    return share(told.stream().filter(t -> t.example().objections().isEmpty()).toList());
  }

  private static double share(List<Told> some) {
    return some.isEmpty() ? 1 : some.stream().filter(Told::right).count() / (double) some.size();
  }

  /**
   * The examples that the others do not bear out: odd ones, or the only ones of their kind. Worth a
   * look, never an error.
   */
  public List<Told> odd() {
    return told.stream().filter(t -> !t.right()).toList();
  }

  /** The shares in one line. */
  public String line() {
    return String.format(
        Locale.ROOT, "examples n=%d right=%.4f silent=%.4f", told.size(), right(), silent());
  }
}
