package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;
import org.jspecify.annotations.Nullable;

/** Words of which times are put together. */
sealed interface Piece {

  /** Where it stands. */
  Span span();

  /** A day or some days. */
  record Day(Span span, DaySense sense) implements Piece {}

  /** A part of the day. */
  record Part(Span span, DayPart part) implements Piece {}

  /** Which half of the day an hour is told to be in. */
  enum Half {
    AM,
    PM
  }

  /** A time of day as it is told. */
  record Clock(Span span, int hour, int minute, @Nullable Half half, Form form) implements Piece {

    /** How it is written. */
    enum Form {
      /** As on a clock of 24 hours: it means what it says. */
      FULL,
      /** An hour in words: 3 may be 15. */
      SPOKEN,
      /** An hour that may be something else, unless a day or its part stands beside it. */
      DOUBTFUL
    }
  }

  /** A length. */
  record Stretch(Span span, Length length, Sense sense) implements Piece {

    /** What is made of the length. */
    enum Sense {
      PLAIN,
      AFTER,
      WITHIN,
      AGO
    }
  }

  /** Makes it the latest time; a strict one leaves the days themselves out. */
  record By(Span span, boolean strict, boolean leads) implements Piece {}

  /** Joins two times to a range. */
  record To(Span span) implements Piece {}

  /** Words that tell no day. */
  record Vague(Span span) implements Piece {}
}
