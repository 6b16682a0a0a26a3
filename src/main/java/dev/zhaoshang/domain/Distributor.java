package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A distributor: a possible or actual customer of one rep.
 *
 * @param id of the distributor
 * @param version counts writes; 0 before the first
 * @param owner rep who looks after it
 * @param createdAt when it was begun
 * @param fields fact by field id
 * @param mergedInto id of the distributor that took this one in; null for a living one
 * @param history every change, oldest first
 */
public record Distributor(
    String id,
    long version,
    String owner,
    Instant createdAt,
    Map<String, Fact> fields,
    @Nullable String mergedInto,
    List<HistoryEntry> history)
    implements Subject {

  public Distributor {
    fields = Map.copyOf(fields);
    history = List.copyOf(history);
  }

  /**
   * One applied change.
   *
   * @param key the change's key
   * @param turn id of the turn that made it
   * @param at when
   * @param fields what the fields became; a field that was emptied is listed in {@code cleared}
   * @param cleared fields that became open again
   * @param from id of the distributor whose facts came in by a merge; null for others
   */
  public record HistoryEntry(
      String key,
      String turn,
      Instant at,
      Map<String, Fact> fields,
      List<String> cleared,
      @Nullable String from) {

    public HistoryEntry {
      fields = Map.copyOf(fields);
      cleared = List.copyOf(cleared);
    }
  }

  /** A distributor of whom nothing is known yet. */
  public static Distributor begun(String id, String owner, Instant at) {
    return new Distributor(id, 0, owner, at, Map.of(), null, List.of());
  }

  /** Whether the change was applied before. */
  public boolean has(String key) {
    return history.stream().anyMatch(entry -> entry.key().equals(key));
  }

  /**
   * This distributor after the change, one version on; itself when the change was applied before.
   */
  public Distributor with(DistributorChange change) {
    if (has(change.key())) {
      return this;
    }
    Map<String, Fact> next = new LinkedHashMap<>(fields);
    next.putAll(change.set());
    change.cleared().forEach(next::remove);
    List<HistoryEntry> entries = new ArrayList<>(history);
    entries.add(
        new HistoryEntry(
            change.key(),
            change.turn(),
            change.at(),
            change.set(),
            change.cleared(),
            change.from()));
    String merged = change.mergedInto().isEmpty() ? null : change.mergedInto();
    return new Distributor(id, version + 1, owner, createdAt, next, merged, entries);
  }

  /** This distributor with another rep, one version on; itself when it is that rep's already. */
  public Distributor ownedBy(String rep) {
    return rep.equals(owner)
        ? this
        : new Distributor(id, version + 1, rep, createdAt, fields, mergedInto, history);
  }

  /** Whether all that was known was removed. One that is stored has a history otherwise. */
  public boolean isErased() {
    return version > 0 && fields.isEmpty() && history.isEmpty();
  }

  /** What is left when all that was known is removed: that there was one, and whose. */
  public Distributor erased() {
    return fields.isEmpty() && history.isEmpty()
        ? this
        : new Distributor(id, version + 1, owner, createdAt, Map.of(), mergedInto, List.of());
  }
}
