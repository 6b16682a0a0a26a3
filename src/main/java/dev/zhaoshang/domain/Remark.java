package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something of the six tasks of a visit that is told in one line: news of competitors, a need, a
 * complaint, a service that was promised. In the distributor's ledger, or among the rep's remarks.
 *
 * @param id of the entry
 * @param sort of it
 * @param distributor id of the distributor; null for none
 * @param customer name, as it was then; empty for none
 * @param words as typed; of a service, its content
 * @param rep id of the rep who told it
 * @param at when it was told
 * @param until by when it is to be done; null when no time was told
 * @param state of it
 * @param quality how well it was done, or how it was settled; empty before
 * @param remedy how what was not done is made good; empty for nothing
 * @param followUp id of what reminds the rep of it; null for nothing
 */
public record Remark(
    String id,
    Sort sort,
    @Nullable String distributor,
    String customer,
    String words,
    String rep,
    Instant at,
    @Nullable Instant until,
    State state,
    String quality,
    String remedy,
    @Nullable String followUp)
    implements LedgerEntry {

  private static final String LEDGER = "remarks:";

  /** What it is about. */
  public enum Sort {
    /** News of competitors, of the market or of a customer's credit. */
    INTEL,
    /** What the customer needs. */
    NEED,
    /** What the customer complains of. */
    COMPLAINT,
    /** A service after the sale, promised to the customer. */
    SERVICE;

    /** The last part of the ids of its replies. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something has to happen about it. */
    public boolean isTask() {
      return this != INTEL;
    }
  }

  /** How far it is. */
  public enum State {
    /** Nothing was done about it yet. */
    OPEN,
    /** Done, or settled. */
    DONE,
    /** Not done as promised; it is to be made good. */
    MADE_GOOD
  }

  /** Id of the ledger of what a rep remarked of nobody on record. */
  public static String ledger(String rep) {
    return LEDGER + rep;
  }

  /** Whether something has still to happen about it. */
  public boolean isOpen() {
    return sort.isTask() && state != State.DONE;
  }

  /** The same, done so well. */
  public Remark done(String how) {
    return new Remark(
        id, sort, distributor, customer, words, rep, at, until, State.DONE, how, remedy, followUp);
  }

  /** The same, to be made good, with what reminds of that. */
  public Remark remedied(String how, @Nullable Instant by, String reminder) {
    return new Remark(
        id,
        sort,
        distributor,
        customer,
        words,
        rep,
        at,
        by,
        State.MADE_GOOD,
        quality,
        how,
        reminder);
  }
}
