package dev.zhaoshang.understanding.time;

import java.time.LocalTime;

/** A part of the day, told without an hour. */
public enum DayPart {
  /** Before people get up. */
  DAWN(LocalTime.of(6, 0), LocalTime.of(6, 0)),
  /** Until noon. */
  MORNING(LocalTime.of(9, 0), LocalTime.of(12, 0)),
  /** Around noon. */
  NOON(LocalTime.of(12, 0), LocalTime.of(14, 0)),
  /** From noon to evening. */
  AFTERNOON(LocalTime.of(14, 0), LocalTime.of(18, 0)),
  /** The end of the working day. */
  CLOSE(LocalTime.of(18, 0), LocalTime.of(18, 0)),
  /** After work. */
  EVENING(LocalTime.of(19, 0), LocalTime.of(22, 0));

  private final LocalTime start;
  private final LocalTime end;

  DayPart(LocalTime start, LocalTime end) {
    this.start = start;
    this.end = end;
  }

  /** The time that is meant when only the part is told. */
  public LocalTime start() {
    return start;
  }

  /** The first hour that can be told of it. */
  LocalTime earliest() {
    return switch (this) {
      case DAWN -> LocalTime.MIDNIGHT;
      case MORNING -> LocalTime.of(5, 0);
      case NOON -> LocalTime.of(11, 0);
      case AFTERNOON -> LocalTime.of(12, 0);
      case CLOSE, EVENING -> LocalTime.of(17, 0);
    };
  }

  /** When it is over. */
  public LocalTime end() {
    return end;
  }
}
