package dev.zhaoshang.access;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.store.Ledgers;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ledgers without a database. */
public final class LedgersInMemory implements Ledgers {

  private final Map<String, Ledger> ledgers = new TreeMap<>();

  @Override
  public synchronized Ledger find(String id) {
    return ledgers.getOrDefault(id, Ledger.empty(id));
  }

  @Override
  public synchronized List<Ledger> findAll(Collection<String> ids) {
    return ledgers.values().stream().filter(ledger -> ids.contains(ledger.id())).toList();
  }

  @Override
  public synchronized void apply(LedgerChange change) {
    ledgers.put(change.ledger(), find(change.ledger()).with(change));
  }

  @Override
  public List<Ledger> due(Instant until, int most) {
    return List.of();
  }
}
