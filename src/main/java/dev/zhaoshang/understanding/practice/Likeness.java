package dev.zhaoshang.understanding.practice;

import dev.zhaoshang.content.Practice;
import dev.zhaoshang.content.Practice.Exercise;
import dev.zhaoshang.content.Practice.Point;
import dev.zhaoshang.understanding.objection.SentenceVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which points an answer makes in words of its own: those to whose sayings a part of it is near in
 * meaning, and nearer than to what makes no point. Nearness is the mean cosine to the nearest few.
 * Safe for use by several threads.
 */
final class Likeness {

  /** So many sayings of a point have to bear it out. */
  private static final int NEAREST = 2;

  /** Below this the nearest sayings are not near. */
  private static final double NEAR = 0.8;

  /** From there on a part only repeats what the customer said. */
  private static final double REPEATED = 0.9;

  /** What is longer, and has no punctuation, is also looked at bit by bit. */
  private static final int LONG_HAN = 22;

  private static final int BIT = 16;
  private static final int STEP = 8;
  private static final int SHORTEST = 4;

  private static final Pattern BREAKS =
      Pattern.compile("[,\uff0c\u3002\uff1b;\uff01!\uff1f?\n:\uff1a\u2014]|[.] |\\s{2,}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private final SentenceVectors vectors;
  private final Practice practice;
  private final Map<Point, List<float[]>> sayings = new ConcurrentHashMap<>();
  private final Map<String, List<float[]>> raised = new ConcurrentHashMap<>();
  private volatile @Nullable List<float[]> empty;

  /** Learns nothing yet: what an exercise needs is learnt when it is first answered. */
  Likeness(Practice practice, SentenceVectors vectors) {
    this.practice = practice;
    this.vectors = vectors;
  }

  /** All that the customer says. */
  private static String said(Exercise exercise) {
    return Stream.concat(
            exercise.openings().stream().map(Practice.Opening::say),
            exercise.pushBacks().stream().map(Practice.PushBack::say))
        .map(say -> say.zh() + "\n" + say.en())
        .collect(Collectors.joining("\n"));
  }

  private List<float[]> of(List<String> texts) {
    return texts.stream().map(vectors::of).toList();
  }

  /**
   * Ids of the points.
   *
   * @param exercise whose points may be made
   * @param anywhere points that may be made too
   * @param text in simplified characters
   */
  Set<String> points(Exercise exercise, List<Point> anywhere, String text) {
    List<Point> points = Stream.concat(exercise.points().stream(), anywhere.stream()).toList();
    Set<String> made = new LinkedHashSet<>();
    List<float[]> customer =
        raised.computeIfAbsent(exercise.objection(), id -> of(parts(said(exercise))));
    for (String part : parts(text)) {
      float[] vector = vectors.of(part);
      if (near(vector, customer, 1) >= REPEATED) {
        continue;
      }
      double least = Math.max(NEAR, near(vector, empty(), 1));
      points.stream()
          .filter(point -> !made.contains(point.id()))
          .filter(point -> near(vector, sayings(point), NEAREST) >= least)
          .forEach(point -> made.add(point.id()));
    }
    return made;
  }

  private List<float[]> sayings(Point point) {
    return sayings.computeIfAbsent(point, one -> of(one.sayings()));
  }

  private List<float[]> empty() {
    List<float[]> learnt = empty;
    if (learnt == null) {
      learnt = of(practice.empty());
      empty = learnt;
    }
    return learnt;
  }

  /** The mean cosine to the nearest few; those of another language are not comparable. */
  private static double near(float[] vector, List<float[]> others, int few) {
    double[] cosines =
        others.stream()
            .filter(other -> other.length == vector.length)
            .mapToDouble(other -> product(vector, other))
            .sorted()
            .toArray();
    int from = Math.max(0, cosines.length - few);
    return Arrays.stream(cosines, from, cosines.length).average().orElse(-1);
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** Clauses, neighbouring clauses together, and bits of what runs on without punctuation. */
  private static List<String> parts(String text) {
    List<String> clauses =
        BREAKS.splitAsStream(text).map(String::strip).filter(Likeness::isWorthALook).toList();
    List<String> parts = new ArrayList<>(clauses);
    for (int i = 0; i < clauses.size(); i++) {
      String clause = clauses.get(i);
      if (i + 1 < clauses.size()) {
        parts.add(clause + ", " + clauses.get(i + 1));
      }
      if (clause.length() > LONG_HAN && HAN.matcher(clause).find()) {
        for (int from = 0; from + STEP <= clause.length(); from += STEP) {
          parts.add(clause.substring(from, Math.min(clause.length(), from + BIT)));
        }
      }
    }
    return parts;
  }

  private static boolean isWorthALook(String clause) {
    return clause.codePoints().filter(Character::isLetter).count() >= SHORTEST;
  }
}
