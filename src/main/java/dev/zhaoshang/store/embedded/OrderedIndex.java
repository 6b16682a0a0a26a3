package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that also finds documents by the first of its keys, which the library's cannot.
 */
final class OrderedIndex extends AbstractUniqueIndex<Object> {

  private final MVMap<KeyValue, Object> entries;
  private final List<String> names;

  OrderedIndex(MVMap<KeyValue, Object> entries, String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.entries = entries;
    this.names = keys.stream().map(IndexKey::getKey).toList();
  }

  @Override
  protected List<String> keys() {
    return names;
  }

  /**
   * How many of its leading keys the query gives a plain value for; 0 when it is of no use. A
   * sparse index is of none: documents may be missing from it.
   */
  int usableKeys(Document query) {
    int usable = 0;
    for (String key : isSparse() ? List.<String>of() : keys()) {
      if (!query.containsKey(key) || !isPlain(query.get(key))) {
        break;
      }
      usable++;
    }
    return usable;
  }

  /** A null asks for documents without the field; they are in the index as well. */
  private static boolean isPlain(@Nullable Object value) {
    return value == null || value instanceof String || value instanceof Number;
  }

  /** Positions of the documents that have the query's values of the first keys. */
  Set<Object> startingWith(Document query, int usable) {
    List<@Nullable Object> values = new ArrayList<>();
    keys().subList(0, usable).forEach(key -> values.add(query.get(key)));
    KeyValue start = new KeyValue(values).normalized();
    Set<Object> positions = new LinkedHashSet<>();
    Cursor<KeyValue, Object> cursor = entries.cursor(lowest(query, start, usable));
    while (cursor.hasNext() && startsWith(cursor.next(), start)) {
      positions.add(cursor.getValue());
    }
    return positions;
  }

  /** The fields of a document that its keys are in. */
  List<String> fields() {
    return keys().stream().map(Utils::firstFragment).toList();
  }

  /** Whether it is over that one key. */
  boolean isOf(String key) {
    return keys().equals(List.of(key));
  }

  /**
   * Positions of documents in the order of this index.
   *
   * @param bound value of the first key behind which to begin; null to begin with the first
   * @param most so many at most
   */
  List<Object> behind(@Nullable Object bound, int most) {
    KeyValue from = bound == null ? null : new KeyValue(bound).normalized();
    Cursor<KeyValue, Object> cursor = entries.cursor(from);
    List<Object> positions = new ArrayList<>();
    while (cursor.hasNext() && positions.size() < most) {
      if (!cursor.next().equals(from)) {
        positions.add(cursor.getValue());
      }
    }
    return positions;
  }

  /** Where to begin: at the lower bound of the next key, when the query gives one. */
  private KeyValue lowest(Document query, KeyValue start, int usable) {
    if (usable < keys().size()
        && query.get(keys().get(usable)) instanceof Document range
        && range.getOrDefault("$gt", range.get("$gte")) instanceof Number bound) {
      List<@Nullable Object> values = new ArrayList<>(start.stream().toList());
      values.add(bound);
      return new KeyValue(values).normalized();
    }
    return start;
  }

  private static boolean startsWith(KeyValue key, KeyValue start) {
    for (int i = 0; i < start.size(); i++) {
      if (!Objects.equals(key.get(i), start.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the keys are free was asked before, as a rule, so it is asked again only if not. */
  @Override
  public synchronized void add(
      Document document, Object position, MongoCollection<Object> collection) {
    if (isSparse()) {
      super.add(document, position, collection);
      return;
    }
    for (KeyValue key : getKeyValues(document)) {
      if (!putKeyPosition(key, position)) {
        checkAdd(document, collection);
        throw new IllegalStateException(key + " is taken in " + this);
      }
    }
  }

  @Override
  public synchronized void checkUpdate(
      Document before, Document after, MongoCollection<Object> collection) {
    if (!isKept(before, after)) {
      super.checkUpdate(before, after, collection);
    }
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    if (!isKept(before, after)) {
      super.updateInPlace(before, after, position, collection);
    }
  }

  /**
   * Whether a change leaves all its keys as they are, as most do: seen without the keys' values.
   */
  private boolean isKept(Document before, Document after) {
    return keys().stream()
        .allMatch(
            key ->
                !key.contains(".")
                    && before.containsKey(key) == after.containsKey(key)
                    && Objects.equals(before.get(key), after.get(key)));
  }

  @Override
  protected @Nullable Object removeDocument(KeyValue key) {
    return entries.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object position) {
    return entries.putIfAbsent(key, position) == null;
  }

  @Override
  protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
    return entries.entrySet();
  }

  @Override
  protected @Nullable Object getPosition(KeyValue key) {
    return entries.get(key);
  }

  @Override
  public long getCount() {
    return entries.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}
