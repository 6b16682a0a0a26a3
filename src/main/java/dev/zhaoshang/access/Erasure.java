package dev.zhaoshang.access;

import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Ledgers;
import dev.zhaoshang.store.Turns;
import java.util.List;

/**
 * Removes what is known of a distributor: facts and their history, notes, files and promises, and
 * what was said in the turns that told it. Doing it again changes nothing.
 */
public final class Erasure {

  /** How the audit calls it; an entry with this word is what sets it off. */
  public static final String WORD = "erase";

  private final Distributors distributors;
  private final Ledgers ledgers;
  private final Turns turns;

  /** Writes to the store. */
  public Erasure(Distributors distributors, Ledgers ledgers, Turns turns) {
    this.distributors = distributors;
    this.ledgers = ledgers;
    this.turns = turns;
  }

  /** Does what the audit says of erasures; other changes are none of its business. */
  public void of(LedgerChange change) {
    for (LedgerEntry entry : change.put()) {
      if (entry instanceof AuditEntry audit && audit.what().equals(WORD)) {
        erase(audit.subject(), change);
      }
    }
  }

  private void erase(String distributor, LedgerChange cause) {
    distributors.find(distributor).stream()
        .flatMap(found -> found.history().stream())
        .map(Distributor.HistoryEntry::turn)
        .distinct()
        .forEach(turns::redact);
    Ledger ledger = ledgers.find(Ledger.ofDistributor(distributor));
    List<String> all = ledger.entries().stream().map(LedgerEntry::id).toList();
    if (!all.isEmpty()) {
      ledgers.apply(
          new LedgerChange(ledger.id(), cause.rep(), cause.turn() + "#erased", List.of(), all));
    }
    distributors.erase(distributor);
  }
}
