package dev.zhaoshang.understanding;

import dev.zhaoshang.domain.Meaning;
import java.util.List;

/** Tells which objections a text raises. Immutable; safe for many threads. */
public interface ObjectionScorer {

  /**
   * Every objection of the content with the probability that the text raises it, likeliest first.
   *
   * @param text as typed, any Unicode without lone surrogates
   */
  List<Meaning.Scored> rank(String text);

  /**
   * Probability, 0 to 1, that the text raises an objection which no card covers; 0 when that was
   * not learnt.
   */
  default double beyond(String text) {
    return 0;
  }
}
