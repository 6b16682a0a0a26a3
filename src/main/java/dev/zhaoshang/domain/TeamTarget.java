package dev.zhaoshang.domain;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a team is to sell together in a month, in boxes; in the ledger of the superior who set it
 * and in those of the team. What several superiors set stands side by side.
 *
 * @param id see {@link #id(YearMonth, String)}
 * @param month {@code 2026-03}
 * @param boxes not below zero
 * @param by id of the superior
 * @param byName name of the superior
 * @param turn in which it was set; null for an earlier one of which that is not known
 */
public record TeamTarget(
    String id, String month, long boxes, String by, String byName, @Nullable String turn)
    implements LedgerEntry {

  /** A target of a month. */
  public static TeamTarget of(YearMonth month, long boxes, Person by, String turn) {
    return new TeamTarget(id(month, by.id()), month.toString(), boxes, by.id(), by.name(), turn);
  }

  /** Its id in a ledger. */
  public static String id(YearMonth month, String by) {
    return earlierId(month) + ":" + by;
  }

  /** The id that it had while only one superior could set it. */
  public static String earlierId(YearMonth month) {
    return "team-target-" + month;
  }
}
