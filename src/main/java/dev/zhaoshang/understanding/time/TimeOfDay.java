package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.time.Piece.Clock;
import dev.zhaoshang.understanding.time.Piece.Half;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The time of day that an hour and a part of the day mean together.
 *
 * @param time of day; null when no hour is told
 * @param part of the day; null when none is told, or when the hour says more
 * @param nextDay whether it is midnight at the end of the day
 * @param mayBeEvening whether the hour fits the evening as well
 * @param problem what is wrong with it; null when nothing is
 */
record TimeOfDay(
    @Nullable LocalTime time,
    @Nullable DayPart part,
    boolean nextDay,
    boolean mayBeEvening,
    @Nullable TimeProblem problem) {

  private static final int NOON = 12;
  private static final int MIDNIGHT = 24;
  private static final int LAST_OF_AFTERNOON = 6;

  /**
   * Puts them together.
   *
   * @param start begin of the range that it ends; null when it ends none
   */
  static TimeOfDay of(Piece.@Nullable Part told, @Nullable Clock clock, @Nullable LocalTime start) {
    DayPart part = told == null ? null : told.part();
    if (clock == null) {
      return new TimeOfDay(null, part, false, false, null);
    }
    if (clock.minute() > 59) {
      return wrong(TimeProblem.MINUTE);
    }
    boolean fits = clock.hour() >= 0 && clock.hour() <= MIDNIGHT;
    if (!fits || (clock.hour() == MIDNIGHT && clock.minute() > 0)) {
      return wrong(TimeProblem.HOUR);
    }
    int hour = hour(clock, part, start);
    boolean open = part == null && clock.half() == null && clock.form() != Clock.Form.FULL;
    boolean evening = open && hour >= 7 && hour <= 10;
    LocalTime time = LocalTime.of(hour % MIDNIGHT, clock.minute());
    return new TimeOfDay(time, part, hour == MIDNIGHT, evening, null);
  }

  private static int hour(Clock clock, @Nullable DayPart part, @Nullable LocalTime start) {
    int hour = clock.hour();
    if (hour > NOON) {
      return hour;
    }
    if (clock.half() != null) {
      return hour % NOON + (clock.half() == Half.PM ? NOON : 0);
    }
    if (part != null) {
      return switch (part) {
        case DAWN -> hour % NOON;
        case MORNING -> hour;
        case NOON -> hour < 3 ? hour + NOON : hour;
        case AFTERNOON, CLOSE -> hour < NOON ? hour + NOON : hour;
        case EVENING -> hour < 5 && hour > 0 ? hour : hour == NOON ? MIDNIGHT : hour + NOON;
      };
    }
    if (clock.form() == Clock.Form.FULL) {
      return hour;
    }
    boolean afternoon = hour >= 1 && hour <= LAST_OF_AFTERNOON;
    boolean after = start != null && hour < NOON && hour <= start.getHour();
    return afternoon || after ? hour + NOON : hour;
  }

  private static TimeOfDay wrong(TimeProblem problem) {
    return new TimeOfDay(null, null, false, false, problem);
  }
}
