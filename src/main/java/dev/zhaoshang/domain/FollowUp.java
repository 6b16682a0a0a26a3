package dev.zhaoshang.domain;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rep has promised or has to do, by a time.
 *
 * @param id of the follow-up
 * @param distributor id of the distributor that it is about; null when it is about none
 * @param what is to be done, in the rep's or the card's words
 * @param at when it is due
 * @param zone in which that time was meant, e.g. {@code Asia/Shanghai}
 * @param state of it
 * @param note why it was moved or dropped; empty when it was not
 */
public record FollowUp(
    String id,
    @Nullable String distributor,
    String what,
    Instant at,
    String zone,
    State state,
    String note)
    implements LedgerEntry {

  /** Whether it is still to be done. */
  public enum State {
    /** Still to be done. */
    OPEN,
    /** Done. */
    DONE,
    /** Not to be done any more. */
    DROPPED
  }

  @Override
  public @Nullable Instant due() {
    return state == State.OPEN ? at : null;
  }

  /** The time zone in which it was meant. */
  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }
}
