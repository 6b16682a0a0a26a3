package dev.zhaoshang.understanding.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the words for a day mean, once it is known which day is today. */
@FunctionalInterface
interface DaySense {

  /** The days that are meant. */
  Days in(Reference reference);

  /**
   * From where days are counted.
   *
   * @param today where the rep is
   * @param anchor the day from which a bare weekday or day is the next: today, or the begin of the
   *     range that it ends
   * @param facing whether the text speaks of what is to come
   */
  record Reference(LocalDate today, LocalDate anchor, Facing facing) {

    /** Whether the day ends a range or a list that began with another. */
    boolean isLinked() {
      return !anchor.equals(today);
    }
  }

  /** Days from one to another, or what is wrong with them. */
  record Days(LocalDate from, LocalDate to, @Nullable TimeProblem problem) {

    static Days of(LocalDate day) {
      return new Days(day, day, null);
    }

    static Days of(LocalDate from, LocalDate to) {
      return new Days(from, to, null);
    }

    static Days wrong(TimeProblem problem) {
      return new Days(LocalDate.EPOCH, LocalDate.EPOCH, problem);
    }
  }
}
