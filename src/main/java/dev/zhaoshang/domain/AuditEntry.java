package dev.zhaoshang.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Somebody looked at, gave away or removed what is not their own, or edited what they had said.
 *
 * @param id of the entry
 * @param by who did it
 * @param what was done: {@code edit}, {@code see}, {@code invite}, {@code leave}, {@code handOver},
 *     {@code erase}, {@code erased}, {@code export}, {@code retention}, {@code target}, {@code
 *     person}
 * @param subject id of the person or distributor that it is about; {@code people} for the list of
 *     all
 * @param at when
 */
public record AuditEntry(String id, String by, String what, String subject, Instant at)
    implements LedgerEntry {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The ledger of a month, so that none grows for ever: {@code audit:2026-11}. */
  public static String ledgerOf(Instant at) {
    return "audit:" + MONTH.format(at);
  }

  @Override
  public boolean isHistory() {
    return true;
  }
}
