package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Planner;
import dev.zhaoshang.domain.Presence;
import dev.zhaoshang.domain.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** When a rep is asked what came of a month: on the first day of work of the next. */
final class MonthEnd {

  /** How long after the morning brief. */
  private static final int MINUTES_AFTER_BRIEF = 45;

  private MonthEnd() {}

  /**
   * When that is.
   *
   * @param rep the rep's own ledger
   * @param rhythm the rep's
   */
  static Instant asks(YearMonth month, Ledger rep, Rhythm rhythm) {
    LocalDate first = month.plusMonths(1).atDay(1);
    return first
        .datesUntil(first.plusDays(Planner.LOOK_AHEAD_DAYS))
        .filter(day -> Presence.on(day, rep, rhythm.week(), Routines.CALENDAR) != Presence.AWAY)
        .findFirst()
        .orElse(first)
        .atTime(rhythm.brief())
        .plusMinutes(MINUTES_AFTER_BRIEF)
        .atZone(rhythm.zone())
        .toInstant();
  }
}
