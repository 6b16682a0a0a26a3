package dev.zhaoshang.domain;

import java.time.YearMonth;

/**
 * What a team is to sell together in a month, in boxes; in the ledger of the superior who set it
 * and in those of the team.
 *
 * @param id see {@link #id(YearMonth)}
 * @param month {@code 2026-03}
 * @param boxes not below zero
 * @param by id of the superior
 * @param byName name of the superior
 */
public record TeamTarget(String id, String month, long boxes, String by, String byName)
    implements LedgerEntry {

  /** A target of a month. */
  public static TeamTarget of(YearMonth month, long boxes, Person by) {
    return new TeamTarget(id(month), month.toString(), boxes, by.id(), by.name());
  }

  /** Its id in a ledger. */
  public static String id(YearMonth month) {
    return "team-target-" + month;
  }
}
