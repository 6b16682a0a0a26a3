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
 * @param paidAt when all of it was paid; null while it is owed
 * @param paidFen what was paid of it so far, in hundredths of a yuan; null for nothing
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
    @Nullable Instant paidAt,
    @Nullable Long paidFen)
    implements LedgerEntry {

  /** Whether it is still owed. */
  public boolean isOpen() {
    return paidAt == null;
  }

  /** What is still owed of it, in hundredths of a yuan. */
  public long left() {
    return isOpen() ? fen - (paidFen == null ? 0 : paidFen) : 0;
  }

  /** The same, of a distributor who has come on record since. */
  public Receivable of(String owing) {
    return new Receivable(
        id, owing, customer, fen, until, words, rep, at, followUp, paidAt, paidFen);
  }

  /** The same, looked after by another rep. */
  public Receivable heldBy(String another) {
    return new Receivable(
        id, distributor, customer, fen, until, words, another, at, followUp, paidAt, paidFen);
  }

  /** The same, to be paid by another time. */
  public Receivable due(Instant time) {
    return new Receivable(
        id, distributor, customer, fen, time, words, rep, at, followUp, paidAt, paidFen);
  }

  /**
   * The same without a part that is to be paid by another time.
   *
   * @param part in hundredths of a yuan, positive, less than is left
   */
  public Receivable without(long part) {
    return new Receivable(
        id, distributor, customer, fen - part, until, words, rep, at, followUp, paidAt, paidFen);
  }

  /**
   * That part, as a debt of its own.
   *
   * @param entry its id
   * @param reminder id of what reminds of it
   */
  public Receivable part(String entry, long part, Instant time, String told, String reminder) {
    return new Receivable(
        entry, distributor, customer, part, time, told, rep, at, reminder, null, null);
  }

  /** The same, all of it paid. */
  public Receivable paid(Instant when) {
    return paid(left(), when);
  }

  /**
   * The same, a part of it paid; it is closed when nothing is left.
   *
   * @param part in hundredths of a yuan, positive, not more than is left
   */
  public Receivable paid(long part, Instant when) {
    long paid = fen - left() + part;
    return new Receivable(
        id,
        distributor,
        customer,
        fen,
        until,
        words,
        rep,
        at,
        followUp,
        paid >= fen ? when : null,
        paid);
  }
}
