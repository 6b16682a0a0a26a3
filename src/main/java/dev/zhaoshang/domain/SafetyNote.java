package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Words that may tell of an adverse drug reaction, for the safety department. It stands in the
 * company's ledger, and taking the turn back does not take it away.
 *
 * @param id of the note, short enough for a button
 * @param rep id of the rep who typed them
 * @param distributor id of the distributor that was spoken with; null for none
 * @param at when
 * @param words the whole text as typed
 * @param closed whether the safety department has it
 */
public record SafetyNote(
    String id, String rep, @Nullable String distributor, Instant at, String words, boolean closed)
    implements LedgerEntry {

  @Override
  public boolean isHistory() {
    return true;
  }

  /** The note after the safety department took it over. */
  public SafetyNote close() {
    return new SafetyNote(id, rep, distributor, at, words, true);
  }
}
