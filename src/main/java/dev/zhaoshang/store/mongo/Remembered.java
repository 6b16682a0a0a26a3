package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Records with a version, of which those used last are remembered. A reading asks the server for
 * versions alone, as long as they are those of what is remembered: every write, an erasure too,
 * makes a new one. Where nobody else writes, it asks for nothing. A change is tried on what is
 * remembered; should another instance have written since, it is not committed, and is tried on what
 * is stored.
 */
final class Remembered<T extends Record> {

  private static final String ID = "_id";
  private static final String VERSION = "version";

  private final Documents<T> documents;
  private final Function<T, String> id;
  private final ToLongFunction<T> version;
  private final boolean alone;

  /** By id; empty where nothing is stored. */
  private final Cache<String, Optional<T>> latest;

  /**
   * @param most so many are remembered
   * @param alone whether all that is written is written here
   */
  Remembered(
      Documents<T> documents,
      Function<T, String> id,
      ToLongFunction<T> version,
      int most,
      boolean alone) {
    this.documents = documents;
    this.id = id;
    this.version = version;
    this.alone = alone;
    this.latest = Caffeine.newBuilder().maximumSize(most).build();
  }

  /** The record as it is stored now. */
  Optional<T> find(String key) {
    return findAll(Set.of(key)).stream().findFirst();
  }

  /** The records as they are stored now, by ascending id. */
  List<T> findAll(Collection<String> keys) {
    Set<String> wanted = new TreeSet<>(keys);
    Map<String, Optional<T>> found = new HashMap<>(latest.getAllPresent(wanted));
    Set<String> missing = new TreeSet<>(wanted);
    if (alone || (found.size() == wanted.size() && isStored(found))) {
      missing.removeAll(found.keySet());
    }
    if (!missing.isEmpty()) {
      Map<String, T> stored =
          documents.list(in(ID, missing), ascending(ID), 0).stream()
              .collect(Collectors.toMap(id, Function.identity()));
      missing.forEach(key -> found.put(key, remember(key, Optional.ofNullable(stored.get(key)))));
    }
    return wanted.stream().map(found::get).flatMap(Optional::stream).toList();
  }

  private boolean isCommitted(String key, T after) {
    try {
      return documents.commit(after, version.applyAsLong(after));
    } catch (RuntimeException e) {
      // it may have been written
      latest.invalidate(key);
      throw e;
    }
  }

  /** Reads again what was written another way. */
  void reread(String key) {
    remember(key, documents.find(key));
  }

  /**
   * From now on this is remembered. Where nobody else writes, what was read while a newer one was
   * written gives way to that; elsewhere the next reading finds out, and a store that was brought
   * back to what it had been is believed.
   */
  private Optional<T> remember(String key, Optional<T> read) {
    return latest
        .asMap()
        .merge(
            key, read, (known, other) -> alone && version(other) < version(known) ? known : other);
  }

  private long version(Optional<T> one) {
    return one.map(version::applyAsLong).orElse(0L);
  }

  private boolean isStored(Map<String, Optional<T>> known) {
    Map<String, Long> versions =
        documents.listFields(in(ID, known.keySet()), ascending(ID), VERSION).stream()
            .collect(
                Collectors.toMap(
                    document -> document.getString(ID).getValue(),
                    document -> document.getNumber(VERSION).longValue()));
    return known.entrySet().stream()
        .allMatch(
            one ->
                Optional.ofNullable(versions.get(one.getKey()))
                    .equals(one.getValue().map(version::applyAsLong)));
  }

  /**
   * Writes what a change makes of a record, unless it leaves its version as it is.
   *
   * @param begun what is changed where nothing is stored; empty if then nothing is
   */
  void change(String key, Optional<T> begun, UnaryOperator<T> change) {
    Optional<T> known = latest.getIfPresent(key);
    boolean sure = known == null;
    Optional<T> before = known == null ? documents.find(key) : known;
    while (true) {
      Optional<T> from = before.or(() -> begun);
      Optional<T> after = from.map(change);
      if (after.map(version::applyAsLong).equals(from.map(version::applyAsLong))) {
        if (sure) {
          return;
        }
      } else if (isCommitted(key, after.get())) {
        remember(key, after);
        return;
      }
      before = documents.find(key);
      sure = true;
    }
  }
}
