package dev.zhaoshang.understanding;

import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Meaning.Scored;
import dev.zhaoshang.domain.Value;
import java.util.List;

/**
 * Scores objections in a text that may state values as well: only what is left without the sure
 * values, and without those that are named and unclear, can raise one.
 */
final class ObjectionsBesideFields {

  private final ObjectionScorer scorer;

  ObjectionsBesideFields(ObjectionScorer scorer) {
    this.scorer = scorer;
  }

  /** All objections, likeliest first. */
  List<Scored> rank(String text, List<Found> found) {
    String rest = text;
    for (Found one : found) {
      boolean names = one.value() != null && !(one.value() instanceof Value.Flag);
      boolean unclear = one.value() == null && !one.words().equals(text);
      if (unclear || (names && one.confidence() >= Judgement.FIRM)) {
        rest = rest.replace(one.words(), " ");
      }
    }
    return scorer.rank(rest.strip());
  }

  /** Probability that a text raises an objection which no card covers. */
  double beyond(String text) {
    return scorer.beyond(text);
  }
}
