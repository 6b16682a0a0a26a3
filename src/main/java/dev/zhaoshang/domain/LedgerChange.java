package dev.zhaoshang.domain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that one turn changes in one ledger. Applying it twice is applying it once.
 *
 * @param ledger id of the ledger; it is begun when it does not exist
 * @param rep whose turn it is
 * @param turn id of the turn
 * @param place of the turn in the rep's inbox: what an earlier turn left comes too late once a
 *     later one is applied; null for what is no turn
 * @param put entries that are added, or become these, by their ids, unless they {@linkplain
 *     LedgerEntry#yieldsTo yield}
 * @param removed ids of entries that go
 */
public record LedgerChange(
    String ledger,
    String rep,
    String turn,
    @Nullable Long place,
    List<LedgerEntry> put,
    List<String> removed) {

  public LedgerChange {
    put = List.copyOf(put);
    removed = List.copyOf(removed);
  }

  /** A change by what is no turn. */
  public LedgerChange(
      String ledger, String rep, String turn, List<LedgerEntry> put, List<String> removed) {
    this(ledger, rep, turn, null, put, removed);
  }

  /** This change and then another one of the same turn to the same ledger, as one. */
  public LedgerChange and(LedgerChange next) {
    Map<String, LedgerEntry> all = new LinkedHashMap<>();
    put.forEach(entry -> all.put(entry.id(), entry));
    next.put.forEach(entry -> all.put(entry.id(), entry));
    next.removed.forEach(all::remove);
    Set<String> gone = new LinkedHashSet<>(removed);
    gone.addAll(next.removed);
    gone.removeAll(all.keySet());
    return new LedgerChange(ledger, rep, turn, place, List.copyOf(all.values()), List.copyOf(gone));
  }
}
