package dev.zhaoshang.understanding.act;

import dev.zhaoshang.content.Act;
import dev.zhaoshang.content.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How well the examples of acts teach each other: each is told by what the others teach. */
public final class ActFolds {

  private static final int FOLDS = 5;

  private final List<Told> told;

  /**
   * An example and what the others make of it.
   *
   * @param act what it is
   * @param heard what they take it for
   */
  public record Told(String text, Act act, Heard heard) {

    /** Whether they take it for its kind. */
    boolean right() {
      return Kind.of(act) == Kind.of(heard.act());
    }
  }

  /** What follows from a line: a value, none, or something else altogether. */
  enum Kind {
    /** It answers. */
    ANSWERS,
    /** It passes on, for whatever reason. */
    PASSES,
    /** It is about something else. */
    ASIDE;

    static Kind of(Act act) {
      return switch (act) {
        case ANSWER -> ANSWERS;
        case UNKNOWN, REFUSED, LATER -> PASSES;
        case ASIDE -> ASIDE;
      };
    }
  }

  private ActFolds(List<Told> told) {
    this.told = List.copyOf(told);
  }

  /** Learns five times, each time without a fifth of the examples; takes some seconds. */
  public static ActFolds of(Content content) {
    Map<Act, List<String>> lessons = new TreeMap<>(ActLearner.lessons(content));
    List<Told> told = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      Acts acts = Acts.learn(part(lessons, i -> i % FOLDS != out));
      part(lessons, i -> i % FOLDS == out)
          .forEach((act, lines) -> lines.forEach(l -> told.add(new Told(l, act, acts.hear(l)))));
    }
    return new ActFolds(told);
  }

  private static Map<Act, List<String>> part(Map<Act, List<String>> lessons, IntPredicate counts) {
    Map<Act, List<String>> part = new TreeMap<>();
    lessons.forEach(
        (act, lines) ->
            part.put(
                act,
                IntStream.range(0, lines.size()).filter(counts).mapToObj(lines::get).toList()));
    return part;
  }

  /** Share of the examples that are taken for their kind. */
  double right() {
    return share(told);
  }

  /** Share of the examples of one kind that are taken for it. */
  double right(Kind kind) {
    return share(told.stream().filter(one -> Kind.of(one.act()) == kind).toList());
  }

  private static double share(List<Told> some) {
    return some.isEmpty() ? 1 : some.stream().filter(Told::right).count() / (double) some.size();
  }

  /** The examples that the others take for another kind. Worth a look, never an error. */
  public List<Told> odd() {
    return told.stream().filter(one -> !one.right()).toList();
  }

  /** The shares in one line. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "acts n=%d right=%.4f answers=%.4f passes=%.4f aside=%.4f",
        told.size(),
        right(),
        right(Kind.ANSWERS),
        right(Kind.PASSES),
        right(Kind.ASIDE));
  }
}
