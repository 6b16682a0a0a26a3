package dev.zhaoshang.store;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Ledgers of reps, distributors and the company. */
public interface Ledgers {

  /** The ledger with that id; an empty one when nothing stands in it yet. */
  Ledger find(String id);

  /** The ledgers with those ids that hold anything, by ascending id. */
  List<Ledger> findAll(Collection<String> ids);

  /** Applies a change; applying it again changes nothing. */
  void apply(LedgerChange change);

  /**
   * Ledgers with an entry that is due, those due first coming first.
   *
   * @param until due at or before this
   * @param most so many at most
   */
  List<Ledger> due(Instant until, int most);
}
