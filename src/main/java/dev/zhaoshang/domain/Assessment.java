package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a distributor was assessed (domain rule: before that no discount rate is quoted). One a
 * distributor, in its ledger; a later assessment takes the place of the earlier one.
 *
 * @param id always {@link #ID}
 * @param at when it was given
 * @param by id of the person who gave it
 * @param decision id of what was decided; null when nothing was
 * @param score of the distributor, 0 to 100; null when none was given
 */
public record Assessment(
    String id, Instant at, String by, @Nullable String decision, @Nullable Integer score)
    implements LedgerEntry {

  /** Its id in every distributor's ledger. */
  public static final String ID = "assessment";

  /** The assessment in a distributor's ledger; empty while it is not given. */
  public static Optional<Assessment> in(Ledger ledger) {
    return ledger.find(Assessment.class, ID);
  }
}
