package dev.zhaoshang.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A visit, one a day and distributor, in the distributor's ledger. What is told of it afterwards
 * makes its record card and the market report.
 *
 * @param id {@code visit-} and the local date
 * @param sort of visit
 * @param date on which it was
 * @param rep id of the rep who made it
 * @param at when it began
 * @param fields fact by field id of the forms {@code visitCard} and {@code marketReport}
 * @param doneAt when its record card was filled; null before
 */
public record Visit(
    String id,
    Sort sort,
    LocalDate date,
    String rep,
    Instant at,
    Map<String, Fact> fields,
    @Nullable Instant doneAt)
    implements LedgerEntry, Sheet {

  public Visit {
    fields = Map.copyOf(fields);
  }

  /** What a visit is. */
  public enum Sort {
    /** The first one. */
    FIRST,
    /** One for the contract. */
    SECOND,
    /** One to somebody who buys already. */
    EXISTING;

    /** The last part of the ids of its replies. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Its id in the distributor's ledger. */
  public static String id(LocalDate date) {
    return "visit-" + date;
  }

  /** One that has just begun. */
  public static Visit begun(Sort sort, LocalDate date, String rep, Instant at) {
    return new Visit(id(date), sort, date, rep, at, Map.of(), null);
  }

  /** The latest visit in a distributor's ledger. */
  public static Optional<Visit> last(Ledger ledger) {
    return ledger.all(Visit.class).stream().max(Comparator.comparing(Visit::date));
  }

  @Override
  public Visit with(Map<String, Fact> next) {
    return new Visit(id, sort, date, rep, at, next, doneAt);
  }

  /** The same, its record card filled. */
  public Visit done(Instant when) {
    return new Visit(id, sort, date, rep, at, fields, when);
  }
}
