package dev.zhaoshang.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Which part of a day somebody works. */
public enum Presence {
  /** All day. */
  WHOLE,
  /** The morning only. */
  MORNING,
  /** The afternoon only. */
  AFTERNOON,
  /** No part of it. */
  AWAY;

  /**
   * By the public calendar, the days that the person works, and leave.
   *
   * @param own ledger of the person
   * @param week the days that the person works
   */
  public static Presence on(LocalDate day, Ledger own, Set<DayOfWeek> week, WorkCalendar calendar) {
    if (!calendar.isWorked(day, week)) {
      return AWAY;
    }
    List<Leave> leaves = own.all(Leave.class);
    boolean morning = leaves.stream().noneMatch(leave -> leave.coversMorning(day));
    boolean afternoon = leaves.stream().noneMatch(leave -> leave.coversAfternoon(day));
    if (morning) {
      return afternoon ? WHOLE : MORNING;
    }
    return afternoon ? AFTERNOON : AWAY;
  }

  /** Whether the morning is worked. */
  public boolean isMorning() {
    return this == WHOLE || this == MORNING;
  }

  /** Whether the afternoon is worked. */
  public boolean isAfternoon() {
    return this == WHOLE || this == AFTERNOON;
  }
}
