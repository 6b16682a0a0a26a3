package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection that no card covers, collected for superiors.
 *
 * @param id short enough for a button
 * @param rep id of the rep who met it
 * @param distributor id of the distributor who raised it; null when none was current
 * @param at when
 * @param words as the rep typed them
 */
public record Uncovered(
    String id, String rep, @Nullable String distributor, Instant at, String words)
    implements LedgerEntry {

  /** The ledger in which they stand. */
  public static final String LEDGER = "unanswered";

  @Override
  public boolean isHistory() {
    return true;
  }
}
