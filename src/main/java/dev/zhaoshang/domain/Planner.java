package dev.zhaoshang.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Plans what recurs: at the rep's local time, on days that the rep works, and a few minutes off the
 * full and half hour, where everybody's reminders would meet. The same rep gets the same minutes.
 */
public final class Planner {

  private static final int HALF_HOUR = 30;
  private static final int MINUTE = 60;

  /** Off by one to six minutes. */
  private static final int SPREAD_SECONDS = 5 * MINUTE + 1;

  /** No holiday lasts so long; a leave that does is planned around when it changes. */
  public static final int LOOK_AHEAD_DAYS = 62;

  private final String rep;
  private final Rhythm rhythm;
  private final Predicate<LocalDate> works;

  /**
   * Plans for a rep.
   *
   * @param works whether the rep works on a day: not on weekends, holidays and leave
   */
  public Planner(String rep, Rhythm rhythm, Predicate<LocalDate> works) {
    this.rep = rep;
    this.rhythm = rhythm;
    this.works = works;
  }

  /**
   * The next of a kind.
   *
   * @param after later than this
   * @param from not about an earlier day than this
   * @return empty when no day comes up within two months
   */
  public Optional<Routine> next(Routine.Kind kind, Instant after, LocalDate from) {
    LocalDate date = from;
    for (int days = 0; days < LOOK_AHEAD_DAYS; days++) {
      Instant at = planned(kind, date);
      if (at.isAfter(after) && isDay(kind, date)) {
        return Optional.of(Routine.of(kind, date, at));
      }
      date = date.plusDays(1);
    }
    return Optional.empty();
  }

  /** A digest also comes on days off on which somebody of the team works: those are not known. */
  private boolean isDay(Routine.Kind kind, LocalDate date) {
    return works.test(date) && (kind != Routine.Kind.WEEKLY || isLast(date));
  }

  /** Whether no later day of that week is worked, be it before a holiday or in exchange for one. */
  private boolean isLast(LocalDate date) {
    LocalDate sunday = date.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return date.plusDays(1).datesUntil(sunday.plusDays(1)).noneMatch(works);
  }

  /** When one of a kind about that day is to be. */
  public Instant planned(Routine.Kind kind, LocalDate date) {
    return at(date, time(kind));
  }

  /** The instant of a local time, off the full and half hour. */
  public Instant at(LocalDate date, LocalTime time) {
    LocalDateTime local = date.atTime(time);
    if (time.getMinute() % HALF_HOUR == 0 && time.getSecond() == 0) {
      local = local.plusSeconds(MINUTE + Math.floorMod(rep.hashCode() * 31L, SPREAD_SECONDS));
    }
    return local.atZone(rhythm.zone()).toInstant();
  }

  /** When the quiet hours that are on then end. */
  public Instant quietUntil(Instant at) {
    return at(rhythm.date(rhythm.quietUntil(at)), rhythm.quietTo());
  }

  /** Whether that is when quiet hours end for the rep. */
  public boolean isEndOfQuiet(Instant at) {
    return at(rhythm.date(at), rhythm.quietTo()).equals(at);
  }

  /** The times that it plans by. */
  public Rhythm rhythm() {
    return rhythm;
  }

  private LocalTime time(Routine.Kind kind) {
    return switch (kind) {
      case BRIEF, CONTACT, LOOK -> rhythm.brief();
      case CHECKIN, AGAIN, NUDGE -> rhythm.checkin();
      case DIGEST -> rhythm.digest();
      case WEEKLY -> rhythm.digest().plusMinutes(MINUTE / 6);
    };
  }
}
