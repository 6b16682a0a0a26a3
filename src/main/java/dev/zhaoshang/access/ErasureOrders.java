package dev.zhaoshang.access;

import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.ErasureOrder;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.store.Ledgers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Erasures that were asked for; each is on record until it is done. */
public final class ErasureOrders {

  private final Ledgers ledgers;

  /** Keeps them in the store. */
  public ErasureOrders(Ledgers ledgers) {
    this.ledgers = ledgers;
  }

  /** Takes what the audit says of erasures; other changes are none of its business. */
  public void of(LedgerChange change) {
    for (LedgerEntry entry : change.put()) {
      if (entry instanceof AuditEntry audit && audit.what().equals(Erasure.WORD)) {
        ErasureOrder order = ErasureOrder.of(audit.subject(), audit.by(), audit.at());
        ledgers.apply(
            new LedgerChange(
                ErasureOrder.LEDGER,
                change.rep(),
                change.turn(),
                change.place(),
                List.of(order),
                List.of()));
      }
    }
  }

  /** Those that are not done, in the order in which they were asked for. */
  List<ErasureOrder> open() {
    return ledgers.find(ErasureOrder.LEDGER).all(ErasureOrder.class);
  }

  /**
   * Writes down how far one has come.
   *
   * @return empty when somebody else is at it, or it is done
   */
  Optional<ErasureOrder> keep(ErasureOrder order) {
    if (standing(order).isEmpty()) {
      return Optional.empty();
    }
    String key = "keep:" + order.id() + ":" + order.hashCode();
    ledgers.apply(
        new LedgerChange(ErasureOrder.LEDGER, Erasure.ERASURES, key, List.of(order), List.of()));
    return standing(order).filter(kept -> kept.holder().equals(order.holder()));
  }

  /** Says in the audit that one is done, tells who asked, and forgets it, in this order. */
  void done(ErasureOrder order, Instant now) {
    String key = "erased:" + order.id() + "@" + order.asked();
    AuditEntry audit = new AuditEntry(key, order.by(), "erased", order.id(), now);
    put(AuditEntry.ledgerOf(now), key, audit);
    put(Ledger.ofRep(order.by()), key, new Notice(key, "erased.done", List.of(), now, now));
    ledgers.apply(
        new LedgerChange(
            ErasureOrder.LEDGER, Erasure.ERASURES, key, List.of(), List.of(order.id())));
  }

  private Optional<ErasureOrder> standing(ErasureOrder order) {
    return ledgers.find(ErasureOrder.LEDGER).find(ErasureOrder.class, order.id());
  }

  private void put(String ledger, String key, LedgerEntry entry) {
    ledgers.apply(new LedgerChange(ledger, Erasure.ERASURES, key, List.of(entry), List.of()));
  }
}
