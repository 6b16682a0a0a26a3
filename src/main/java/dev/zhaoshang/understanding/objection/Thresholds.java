package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.domain.Meaning;
import java.util.List;

/**
 * How sure is sure enough. Calibrated on held-out folds of the examples: of what fires at {@code
 * sure}, at least nineteen of twenty are right.
 *
 * @param sure score from which an objection gets its card at once, 0 to 1
 * @param unsure score from which the three likeliest are offered to choose from; below it the
 *     assistant is silent on objections
 */
public record Thresholds(double sure, double unsure) {

  /** What the shipped examples call for. */
  public static final Thresholds CALIBRATED = new Thresholds(0.55, 0.35);

  private static final int OFFERED = 3;

  public Thresholds {
    if (!(0 < unsure && unsure <= sure && sure < 1)) {
      throw new IllegalArgumentException("0 < unsure <= sure < 1: " + this);
    }
  }

  /** The objections that get their card at once, best first. */
  public List<String> fired(List<Meaning.Scored> ranked) {
    return ranked.stream().filter(s -> s.score() >= sure).map(Meaning.Scored::objection).toList();
  }

  /** The objections to choose from when none fires; empty when there is nothing to offer. */
  public List<String> offered(List<Meaning.Scored> ranked) {
    if (ranked.isEmpty() || ranked.get(0).score() >= sure || ranked.get(0).score() < unsure) {
      return List.of();
    }
    return ranked.stream().limit(OFFERED).map(Meaning.Scored::objection).toList();
  }
}
