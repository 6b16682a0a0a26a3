package dev.zhaoshang.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is on record about one owner beside the facts of distributors: promises, visits, practice.
 * One document, read by its id.
 *
 * @param id whose it is, see {@link #ofRep}, {@link #ofDistributor} and {@link #COMPANY}
 * @param version counts writes; 0 before the first
 * @param applied the last change of each rep who changed it; earlier ones of that rep were applied
 *     before
 * @param entries in the order in which they were first put
 */
public record Ledger(String id, long version, List<Applied> applied, List<LedgerEntry> entries) {

  /** The company's own ledger. */
  public static final String COMPANY = "company";

  public Ledger {
    applied = List.copyOf(applied);
    entries = List.copyOf(entries);
  }

  /**
   * A change that was applied.
   *
   * @param rep whose turn made it
   * @param turn id of the turn
   */
  public record Applied(String rep, String turn) {}

  /**
   * Where an entry stands.
   *
   * @param ledger id of the ledger
   * @param entry id of the entry
   */
  public record Key(String ledger, String entry) {}

  /** The id of a rep's ledger. */
  public static String ofRep(String rep) {
    return "rep:" + rep;
  }

  /** The id of a distributor's ledger. */
  public static String ofDistributor(String distributor) {
    return "distributor:" + distributor;
  }

  /** A ledger in which nothing stands yet. */
  public static Ledger empty(String id) {
    return new Ledger(id, 0, List.of(), List.of());
  }

  /** Its entries of one kind, in their order. */
  public <T extends LedgerEntry> List<T> all(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The entry of that kind with that id. */
  public <T extends LedgerEntry> Optional<T> find(Class<T> kind, String entry) {
    return all(kind).stream().filter(one -> one.id().equals(entry)).findFirst();
  }

  /** The entry with that id. */
  public Optional<LedgerEntry> entry(String entry) {
    return entries.stream().filter(one -> one.id().equals(entry)).findFirst();
  }

  /** Whether the change was applied before. */
  public boolean has(LedgerChange change) {
    return applied.contains(new Applied(change.rep(), change.turn()));
  }

  /**
   * This ledger after the change, one version on; itself when the change was the last of its rep to
   * be applied.
   */
  public Ledger with(LedgerChange change) {
    if (has(change)) {
      return this;
    }
    Map<String, LedgerEntry> next = new LinkedHashMap<>();
    entries.forEach(entry -> next.put(entry.id(), entry));
    change.put().forEach(entry -> next.put(entry.id(), entry));
    change.removed().forEach(next::remove);
    List<Applied> last = new ArrayList<>(applied);
    last.removeIf(one -> one.rep().equals(change.rep()));
    last.add(new Applied(change.rep(), change.turn()));
    return new Ledger(id, version + 1, last, List.copyOf(next.values()));
  }
}
