package dev.zhaoshang.understanding;

import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Meaning.Scored;
import dev.zhaoshang.understanding.intent.IntentSigns;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Scores objections in a text that also states values: an objection counts only as far as the whole
 * text raises it, and what is left without the values does too. Where the rest turns to a complaint
 * ("but"), it alone decides.
 */
final class ObjectionsBesideFields {

  /** Below this the whole text raises nothing, so the rest need not be scored. */
  private static final double WORTH_A_LOOK = 0.15;

  private static final int SHORTEST = 2;

  private final ObjectionScorer scorer;

  private final IntentSigns signs;

  ObjectionsBesideFields(ObjectionScorer scorer, IntentSigns signs) {
    this.scorer = scorer;
    this.signs = signs;
  }

  /** All objections, likeliest first. */
  List<Scored> rank(String text, List<Found> found) {
    List<Scored> whole = scorer.rank(text);
    String rest = without(text, found);
    if (!rest.equals(text) && signs.turns(rest)) {
      return scorer.rank(rest);
    }
    if (whole.isEmpty() || whole.get(0).score() < WORTH_A_LOOK || rest.equals(text)) {
      return whole;
    }
    boolean empty = rest.codePoints().filter(Character::isLetter).count() < SHORTEST;
    Map<String, Double> left =
        empty
            ? Map.of()
            : scorer.rank(rest).stream()
                .collect(Collectors.toMap(Scored::objection, Scored::score));
    return whole.stream()
        .map(
            s ->
                new Scored(
                    s.objection(), Math.min(s.score(), left.getOrDefault(s.objection(), 0.0))))
        .sorted(Comparator.comparingDouble(s -> -s.score()))
        .toList();
  }

  private static String without(String text, List<Found> found) {
    String rest = text;
    for (Found one : found) {
      if (one.value() != null && one.confidence() >= Judgement.FIRM) {
        rest = rest.replace(one.words(), " ");
      }
    }
    return rest.strip();
  }
}
