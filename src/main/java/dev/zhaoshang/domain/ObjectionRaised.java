package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a distributor raised an objection. It stands in the distributor's ledger.
 *
 * @param id {@code <turn id>#<objection>}
 * @param objection id of the objection
 * @param at when the rep told it
 * @param words as the rep typed them; empty when the rep chose it from a list
 * @param variant id of the answer that was used last
 * @param outcome how it went; null until it is told
 */
public record ObjectionRaised(
    String id,
    String objection,
    Instant at,
    String words,
    String variant,
    @Nullable CardOutcome outcome)
    implements LedgerEntry {

  /** With another answer used, or its outcome told. */
  public ObjectionRaised with(String used, @Nullable CardOutcome told) {
    return new ObjectionRaised(id, objection, at, words, used, told);
  }
}
