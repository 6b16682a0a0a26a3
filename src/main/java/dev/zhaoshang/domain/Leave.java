package dev.zhaoshang.domain;

import java.time.LocalDate;

/**
 * Days on which somebody does not work, in the own ledger.
 *
 * @param id unique within the ledger
 * @param from first day
 * @param to last day, not before the first
 * @param fromNoon whether the morning of the first day is worked
 * @param untilNoon whether the afternoon of the last day is worked
 */
public record Leave(String id, LocalDate from, LocalDate to, boolean fromNoon, boolean untilNoon)
    implements LedgerEntry {

  /** Whether the morning of a day is free. */
  public boolean coversMorning(LocalDate day) {
    return covers(day) && !(fromNoon && day.equals(from));
  }

  /** Whether the afternoon of a day is free. */
  public boolean coversAfternoon(LocalDate day) {
    return covers(day) && !(untilNoon && day.equals(to));
  }

  private boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
