package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Words of an objection that drew no card, or a wrong one; collected for superiors.
 *
 * @param id short enough for a button
 * @param rep id of the rep who met it
 * @param distributor id of the distributor who raised it; null when none was current
 * @param at when
 * @param words as the rep typed them
 * @param shown id of the objection whose card was shown wrongly; null when none was
 * @param meant id of the objection that was meant; null when none of the cards is about it, or the
 *     rep did not say
 */
public record Uncovered(
    String id,
    String rep,
    @Nullable String distributor,
    Instant at,
    String words,
    @Nullable String shown,
    @Nullable String meant)
    implements LedgerEntry {

  /** The ledger in which they stand. */
  public static final String LEDGER = "unanswered";

  /** The same with what was meant. */
  public Uncovered meaning(String objection) {
    return new Uncovered(id, rep, distributor, at, words, shown, objection);
  }
}
