package dev.zhaoshang.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rep told of a day of work, in the rep's own ledger.
 *
 * @param id the local date, e.g. {@code 2026-03-02}
 * @param fields fact by field id of the form {@code checkin}
 * @param doneAt when it was told to its end; null while it is not
 */
public record Day(String id, Map<String, Fact> fields, @Nullable Instant doneAt)
    implements LedgerEntry, Sheet {

  public Day {
    fields = Map.copyOf(fields);
  }

  /** A day of which nothing is told yet. */
  public static Day begun(LocalDate date) {
    return new Day(date.toString(), Map.of(), null);
  }

  @Override
  public Day with(Map<String, Fact> next) {
    return new Day(id, next, doneAt);
  }

  /** The day, told to its end. */
  public Day done(Instant at) {
    return new Day(id, fields, at);
  }

  /** The date that it is about. */
  public LocalDate date() {
    return LocalDate.parse(id);
  }
}
