package dev.zhaoshang.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rep has promised or has to do, by a time; in the rep's own ledger.
 *
 * @param id of the follow-up, short enough for buttons
 * @param distributor id of the distributor that it is about; null when it is about none
 * @param what is to be done, in the rep's or the card's words
 * @param at when it is due; for a day without an hour the end of that working day
 * @param zone in which that time was meant, e.g. {@code Asia/Shanghai}
 * @param state of it
 * @param note why it was moved, dropped or handed over; empty when it was not
 * @param remindAt when the rep is to be reminded next; null once that was done
 * @param told how it was told; null for one that a card proposed, for a day
 * @param from id of the colleague who handed it over; null when nobody did
 */
public record FollowUp(
    String id,
    @Nullable String distributor,
    String what,
    Instant at,
    String zone,
    State state,
    String note,
    @Nullable Instant remindAt,
    @Nullable Told told,
    @Nullable String from)
    implements LedgerEntry, Timely {

  /** Whether it is still to be done. */
  public enum State {
    /** Still to be done. */
    OPEN,
    /** Done. */
    DONE,
    /** Not to be done any more. */
    DROPPED,
    /** Against a rule: kept only if the rep says so. */
    HELD,
    /** Handed over to a colleague, in whose ledger it is open. */
    HANDED_OVER
  }

  /**
   * How it was told.
   *
   * @param promised whether it was promised to somebody
   * @param by whether the time is the latest
   * @param wholeDay whether a day was told without an hour
   * @param meets whether it is an appointment; null for no
   */
  public record Told(boolean promised, boolean by, boolean wholeDay, @Nullable Boolean meets) {}

  /** One that is open and reminded of when it is due. */
  public static FollowUp open(
      String id, @Nullable String distributor, String what, Instant at, String zone) {
    return new FollowUp(id, distributor, what, at, zone, State.OPEN, "", at, null, null);
  }

  @Override
  public @Nullable Instant due() {
    return state == State.OPEN ? remindAt : null;
  }

  @Override
  public Instant planned() {
    return at;
  }

  @Override
  public FollowUp later(Instant next) {
    return remindedAt(next);
  }

  /** Whether it is still to be done. */
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether it was promised to somebody. */
  public boolean isPromised() {
    return told != null && told.promised();
  }

  /** Whether it is an appointment: somebody is to be met then. */
  public boolean isAppointment() {
    return told != null && Boolean.TRUE.equals(told.meets());
  }

  /** The appointments of a rep's ledger that are still to be kept, the earliest first. */
  public static List<FollowUp> appointments(Ledger ledger) {
    return ledger.all(FollowUp.class).stream()
        .filter(one -> one.isOpen() && one.isAppointment())
        .sorted(Comparator.comparing(FollowUp::at))
        .toList();
  }

  /** Whether a day is meant, and no hour. */
  public boolean isForDay() {
    return told == null || told.wholeDay();
  }

  /** The time zone in which it was meant. */
  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  /** The same, come to its end. */
  public FollowUp ended(State end, String why) {
    return new FollowUp(id, distributor, what, at, zone, end, why, null, told, from);
  }

  /** The same, to be reminded of at another time; null for no more. */
  public FollowUp remindedAt(@Nullable Instant next) {
    return new FollowUp(id, distributor, what, at, zone, state, note, next, told, from);
  }

  /** What the colleague has then to do, who is reminded at once. */
  public FollowUp handedOver(String by, String words, Instant now) {
    return new FollowUp(id, null, words, at, zone, State.OPEN, "", now, told, by);
  }

  /** The same, to be done in other words. */
  public FollowUp saying(String words) {
    return new FollowUp(id, distributor, words, at, zone, state, note, remindAt, told, from);
  }

  /** The same, about a distributor who has come on record since. */
  public FollowUp of(String about) {
    return new FollowUp(id, about, what, at, zone, state, note, remindAt, told, from);
  }

  /** The same in another state, its reminder kept. */
  public FollowUp in(State next) {
    return new FollowUp(id, distributor, what, at, zone, next, note, remindAt, told, from);
  }

  /** The same with the reason for what became of it. */
  public FollowUp because(String why) {
    return new FollowUp(id, distributor, what, at, zone, state, why, remindAt, told, from);
  }
}
