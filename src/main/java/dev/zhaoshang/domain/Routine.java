package dev.zhaoshang.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What comes next of something that recurs in a rep's day; one entry a kind, in the rep's ledger.
 *
 * @param id the sort in lower case
 * @param sort what it is
 * @param subject the local date that it is about
 * @param planned when it was to be
 * @param at when it is to be, after it was put off
 * @param told the last local date about which one of the kind was told; null while there is none.
 *     Neither a clock that is set back nor another time zone makes that date come again.
 */
public record Routine(
    String id, Kind sort, String subject, Instant planned, Instant at, @Nullable LocalDate told)
    implements LedgerEntry, Timely {

  /** What recurs. */
  public enum Kind {
    /** The morning brief. */
    BRIEF(true),
    /** The evening check-in. */
    CHECKIN(true),
    /** A check-in that the rep has put off. */
    AGAIN(false),
    /** The one nudge for a check-in that was not given. */
    NUDGE(true),
    /** Whether a rep on a trip has talked to the superior on the day before. */
    CONTACT(false),
    /** Whether somebody whose reminders are off can still be reached; nothing is said of it. */
    LOOK(true),
    /** What a superior is told of the team's day. */
    DIGEST(false),
    /** What a superior is told of the team's week. */
    WEEKLY(false);

    private final boolean passing;

    Kind(boolean passing) {
      this.passing = passing;
    }

    /** Whether it is not made up for once the quiet hours have begun. */
    public boolean isPassing() {
      return passing;
    }

    /** The id of its entry. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One that is planned for that time. */
  public static Routine of(Kind kind, LocalDate subject, Instant planned) {
    return new Routine(kind.id(), kind, subject.toString(), planned, planned, null);
  }

  @Override
  public Routine later(Instant next) {
    return new Routine(id, sort, subject, planned, next, told);
  }

  /** The same, after one about that date; null for none. */
  public Routine after(@Nullable LocalDate last) {
    return new Routine(id, sort, subject, planned, at, last);
  }

  /** The last date that was told of, once this one is, too. */
  public LocalDate toldThen() {
    return told == null || told.isBefore(date()) ? date() : told;
  }

  /** Whether the date that it is about was told of before. */
  public boolean isTold() {
    return told != null && !date().isAfter(told);
  }

  @Override
  public Instant due() {
    return at;
  }

  /** The local date that it is about. */
  public LocalDate date() {
    return LocalDate.parse(subject);
  }
}
