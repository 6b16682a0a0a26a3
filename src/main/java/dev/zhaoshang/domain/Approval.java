package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a superior has to approve, such as the plan of a trip. Stands in the ledgers of
 * both, under the same id; each copy says whether its owner is to be told of it.
 *
 * @param id of the request, without a colon
 * @param sort what sort of thing it is, e.g. {@code trip}; for whoever asked
 * @param about id of the thing; for whoever asked
 * @param from id of the person who asks
 * @param fromName that person's name
 * @param to id of the superior, or of the admin who stands in
 * @param text what is asked for, as the superior reads it
 * @param state what became of it
 * @param comment the superior's; empty for none
 * @param planned when it was asked
 * @param at when the owner of the ledger is told of its state; null when that was done
 */
public record Approval(
    String id,
    String sort,
    String about,
    String from,
    String fromName,
    String to,
    String text,
    State state,
    String comment,
    Instant planned,
    @Nullable Instant at)
    implements LedgerEntry, Timely {

  /** What became of a request. */
  public enum State {
    /** Nobody has decided yet. */
    PENDING,
    /** It may be done. */
    APPROVED,
    /** It may not be done. */
    REJECTED
  }

  /** The request, decided; {@code tell} says when the owner is told, null for never. */
  public Approval decided(State next, String said, @Nullable Instant tell) {
    return new Approval(id, sort, about, from, fromName, to, text, next, said, planned, tell);
  }

  /** The same with another time at which the owner is told; null for never. */
  public Approval told(@Nullable Instant tell) {
    return decided(state, comment, tell);
  }

  @Override
  public Approval later(Instant next) {
    return told(next);
  }

  @Override
  public @Nullable Instant due() {
    return at;
  }
}
