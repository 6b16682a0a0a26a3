package dev.zhaoshang.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wishes of the assistant, in the own ledger. What is not wished for is as usual.
 *
 * @param id always {@link #ID}
 * @param zone where the person is, e.g. {@code Europe/Berlin}; null for as usual
 * @param week the days that the person works; empty for as usual
 * @param brief time of the morning brief; null for as usual
 * @param checkin time of the evening check-in; null for as usual
 * @param quietFrom from then on nothing is sent unasked; null for as usual
 * @param quietTo until then nothing is sent unasked; null for as usual
 * @param digest time of the digest for those who lead others; null for as usual
 * @param silent whether nothing at all is sent unasked; the superior is shown it
 */
public record Preferences(
    String id,
    @Nullable String zone,
    List<DayOfWeek> week,
    @Nullable LocalTime brief,
    @Nullable LocalTime checkin,
    @Nullable LocalTime quietFrom,
    @Nullable LocalTime quietTo,
    @Nullable LocalTime digest,
    boolean silent)
    implements LedgerEntry {

  /** There is one of them in a ledger. */
  public static final String ID = "preferences";

  private static final Preferences NONE =
      new Preferences(ID, null, List.of(), null, null, null, null, null, false);

  public Preferences {
    week = List.copyOf(week);
  }

  /** Those of whose ledger it is. */
  public static Preferences of(Ledger own) {
    return own.find(Preferences.class, ID).orElse(NONE);
  }

  /** The zone, or that one. */
  public ZoneId zoneOr(ZoneId usual) {
    return zone == null ? usual : ZoneId.of(zone);
  }

  /** The days worked, or those. */
  public Set<DayOfWeek> weekOr(Set<DayOfWeek> usual) {
    return week.isEmpty() ? usual : Set.copyOf(week);
  }

  /** In another zone. */
  public Preferences in(ZoneId next) {
    return new Preferences(
        id, next.getId(), week, brief, checkin, quietFrom, quietTo, digest, silent);
  }

  /** With other days of work. */
  public Preferences on(List<DayOfWeek> days) {
    return new Preferences(id, zone, days, brief, checkin, quietFrom, quietTo, digest, silent);
  }

  /** With another time of the brief. */
  public Preferences briefAt(LocalTime time) {
    return new Preferences(id, zone, week, time, checkin, quietFrom, quietTo, digest, silent);
  }

  /** With another time of the check-in. */
  public Preferences checkinAt(LocalTime time) {
    return new Preferences(id, zone, week, brief, time, quietFrom, quietTo, digest, silent);
  }

  /** With another time of the digest. */
  public Preferences digestAt(LocalTime time) {
    return new Preferences(id, zone, week, brief, checkin, quietFrom, quietTo, time, silent);
  }

  /** With other quiet hours. */
  public Preferences quiet(LocalTime from, LocalTime to) {
    return new Preferences(id, zone, week, brief, checkin, from, to, digest, silent);
  }

  /** With reminders off or on. */
  public Preferences silent(boolean off) {
    return new Preferences(id, zone, week, brief, checkin, quietFrom, quietTo, digest, off);
  }
}
