package dev.zhaoshang.domain;

import java.time.Instant;

/**
 * Where a person can be reached.
 *
 * @param id the channel
 * @param chat of the person there
 * @param at when the person wrote there last, give or take some minutes
 * @param lost whether the person has shut us out there since
 */
public record Reach(String id, String chat, Instant at, boolean lost) implements LedgerEntry {

  /** The id of a person's ledger of these. */
  public static String ledgerOf(String person) {
    return "reach:" + person;
  }
}
