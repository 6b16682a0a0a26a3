package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Planner;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.understanding.time.DayPart;
import dev.zhaoshang.understanding.time.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When something is due and when to remind of it.
 *
 * @param at when it is due
 * @param remindAt when to remind
 * @param by whether the time is the latest
 * @param wholeDay whether a day was told without an hour
 */
record FollowUpTime(Instant at, Instant remindAt, boolean by, boolean wholeDay) {

  /** How long before the latest hour the rep is reminded. */
  private static final Duration AHEAD = Duration.ofHours(1);

  /** How long after the morning brief the rep is reminded of what is due that day. */
  private static final Duration AFTER_BRIEF = Duration.ofMinutes(30);

  /**
   * At the hour that is told; an hour before it when it is the latest; on the morning of a day that
   * is told without an hour.
   */
  static FollowUpTime of(When when, Planner planner, Instant now) {
    ZoneId zone = planner.rhythm().zone();
    boolean hour = when.exact() != null || when.time() != null;
    if (!hour && when.part() == null) {
      return onDay(when.to(), when.by() || !when.isOneDay(), planner, now);
    }
    Instant at = when.due(zone, DayPart.CLOSE.start());
    Instant remind = when.by() ? at.minus(AHEAD) : at;
    return new FollowUpTime(at, remind.isAfter(now) ? remind : at, when.by(), false);
  }

  /** The same for an appointment: who has to be somewhere at an hour is reminded before it. */
  FollowUpTime ahead(Instant now) {
    Instant before = at.minus(AHEAD);
    return wholeDay || !before.isAfter(now) ? this : new FollowUpTime(at, before, by, false);
  }

  /** An appointment with somebody at this time. */
  FollowUp meeting(String id, @Nullable String distributor, String what, String zone) {
    FollowUp.Told told = new FollowUp.Told(false, false, wholeDay, true);
    return new FollowUp(
        id, distributor, what, at, zone, FollowUp.State.OPEN, "", remindAt, told, null);
  }

  /** Until the end of a day. */
  static FollowUpTime onDay(LocalDate day, boolean by, Planner planner, Instant now) {
    Rhythm rhythm = planner.rhythm();
    Instant close = day.atTime(DayPart.CLOSE.start()).atZone(rhythm.zone()).toInstant();
    // Said after hours of the same day, it is due in an hour.
    Instant at = close.isAfter(now) ? close : now.plus(AHEAD);
    Instant morning = planner.at(day, rhythm.brief().plus(AFTER_BRIEF));
    Instant remind = morning.isAfter(now) ? morning : at.minus(AHEAD);
    return new FollowUpTime(at, remind.isAfter(now) ? remind : at, by, true);
  }

  /** A follow-up with this time, open, its reason that of the change. */
  FollowUp open(FollowUp old, String zone, String note) {
    return new FollowUp(
        old.id(),
        old.distributor(),
        old.what(),
        at,
        zone,
        FollowUp.State.OPEN,
        note,
        remindAt,
        new FollowUp.Told(old.isPromised(), by, wholeDay, old.isAppointment() ? true : null),
        old.from());
  }

  /** A new one. */
  FollowUp open(
      String id, @Nullable String distributor, String what, String zone, boolean promised) {
    FollowUp.Told told = new FollowUp.Told(promised, by, wholeDay, null);
    return new FollowUp(
        id, distributor, what, at, zone, FollowUp.State.OPEN, "", remindAt, told, null);
  }
}
