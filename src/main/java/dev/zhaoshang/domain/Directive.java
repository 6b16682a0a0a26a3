package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a superior tells a rep to do. Stands in the ledgers of both, under the same id; each copy
 * says whether its owner is to be told of it.
 *
 * @param id of the directive, without a colon
 * @param from id of the superior
 * @param fromName the superior's name
 * @param to id of the rep
 * @param toName the rep's name
 * @param text what is to be done
 * @param state what became of it
 * @param planned when it was given
 * @param at when the owner of the ledger is told of its state; null when that was done
 */
public record Directive(
    String id,
    String from,
    String fromName,
    String to,
    String toName,
    String text,
    State state,
    Instant planned,
    @Nullable Instant at)
    implements LedgerEntry, Timely {

  /** What became of it. */
  public enum State {
    /** The rep has not said anything to it. */
    GIVEN,
    /** The rep has acknowledged it. */
    ACKNOWLEDGED,
    /** The rep has carried it out. */
    DONE
  }

  /** The same in another state; {@code tell} says when the owner is told, null for never. */
  public Directive in(State next, @Nullable Instant tell) {
    return new Directive(id, from, fromName, to, toName, text, next, planned, tell);
  }

  @Override
  public Directive later(Instant next) {
    return in(state, next);
  }

  @Override
  public @Nullable Instant due() {
    return at;
  }
}
