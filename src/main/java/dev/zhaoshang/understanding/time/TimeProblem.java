package dev.zhaoshang.understanding.time;

import java.util.Locale;

/** Why words of time tell no time. */
public enum TimeProblem {
  /** There is no such hour, e.g. 25. */
  HOUR,
  /** There is no such minute, e.g. 75. */
  MINUTE,
  /** There is no such day, e.g. 30 February or the eighth day of a week. */
  DAY,
  /** There is no such month, e.g. 13. */
  MONTH,
  /** It is past, and something to come is spoken of. */
  PAST,
  /** It ends before it begins. */
  BACKWARDS,
  /** A weekday and a date, or two dates, that do not fit. */
  CONFLICT,
  /** It names no day: "in a few days", a feast whose days differ each year. */
  VAGUE;

  /** Id of the reply that says so, such as {@code time.past}. */
  public String reply() {
    return "time." + name().toLowerCase(Locale.ROOT);
  }
}
