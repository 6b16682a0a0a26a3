package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one field of a distributor, and from where.
 *
 * @param value the normalised value; null unless one was ever told (skipping never erases it)
 * @param words what the rep typed for it
 * @param codes the gazetteer's codes of the regions in the value, in its order; empty for others
 * @param state what is known
 * @param turn id of the turn that told it
 * @param at when it was told
 * @param confidence of the reading, 0 to 1
 */
public record Fact(
    @Nullable Value value,
    String words,
    List<String> codes,
    FactState state,
    String turn,
    Instant at,
    double confidence) {

  public Fact {
    codes = List.copyOf(codes);
  }

  /** The same fact in another state; the value, if there is one, stays. */
  public Fact in(FactState next, String byTurn, Instant when) {
    return new Fact(value, words, codes, next, byTurn, when, confidence);
  }
}
