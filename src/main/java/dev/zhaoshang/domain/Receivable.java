package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a distributor owes the company, as the rep told it. In the distributor's ledger, or among
 * the rep's remarks.
 *
 * @param id of the entry
 * @param distributor id of the distributor; null for one who is not on record
 * @param customer name, as it was then
 * @param fen what is owed, in hundredths of a yuan, positive
 * @param until when it is to be paid; null when no day was told
 * @param words as typed
 * @param rep id of the rep who told it
 * @param at when it was told
 * @param followUp id of what reminds the rep of it
 * @param paidAt when it was paid; null while it is owed
 */
public record Receivable(
    String id,
    @Nullable String distributor,
    String customer,
    long fen,
    @Nullable Instant until,
    String words,
    String rep,
    Instant at,
    String followUp,
    @Nullable Instant paidAt)
    implements LedgerEntry {

  /** Whether it is still owed. */
  public boolean isOpen() {
    return paidAt == null;
  }

  /** The same, paid. */
  public Receivable paid(Instant when) {
    return new Receivable(id, distributor, customer, fen, until, words, rep, at, followUp, when);
  }
}
