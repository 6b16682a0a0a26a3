package dev.zhaoshang.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
   * @param place the last place in the rep's inbox of which a turn was applied; null before
   */
  public record Applied(String rep, String turn, @Nullable Long place) {}

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

  /** Whether the change was applied before, or a later one of the rep's turns was. */
  public boolean has(LedgerChange change) {
    Applied last = lastOf(change.rep());
    return last != null
        && (last.turn().equals(change.turn()) || isBefore(change.place(), last.place()));
  }

  private @Nullable Applied lastOf(String rep) {
    return applied.stream().filter(one -> one.rep().equals(rep)).findFirst().orElse(null);
  }

  private static boolean isBefore(@Nullable Long place, @Nullable Long last) {
    return place != null && last != null && place <= last;
  }

  /** One change does not stand in its own way. */
  private boolean isRefused(LedgerEntry entry, LedgerChange change) {
    return entries.stream()
        .filter(standing -> !change.removed().contains(standing.id()))
        .anyMatch(entry::yieldsTo);
  }

  /** This ledger after the change, one version on; itself when it {@linkplain #has has} it. */
  public Ledger with(LedgerChange change) {
    if (has(change)) {
      return this;
    }
    Map<String, LedgerEntry> next = new LinkedHashMap<>();
    entries.forEach(entry -> next.put(entry.id(), entry));
    change.put().stream()
        .filter(entry -> !isRefused(entry, change))
        .forEach(entry -> next.put(entry.id(), entry));
    change.removed().forEach(next::remove);
    List<Applied> last = new ArrayList<>(applied);
    last.removeIf(one -> one.rep().equals(change.rep()));
    Applied before = lastOf(change.rep());
    Long place = change.place() != null || before == null ? change.place() : before.place();
    last.add(new Applied(change.rep(), change.turn(), place));
    return new Ledger(id, version + 1, last, List.copyOf(next.values()));
  }
}
