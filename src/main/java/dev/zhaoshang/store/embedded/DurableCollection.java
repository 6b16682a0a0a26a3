package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that uses leading index keys, and keeps its documents as BSON: they take a tenth of
 * the memory, are written as they are, and whoever reads one has it to himself.
 */
final class DurableCollection extends AbstractSynchronizedMongoCollection<Object> {

  private static final String ID = "_id";
  private static final String SET = "$set";

  private final MVMap<Object, byte[]> data;
  private final List<OrderedIndex> ordered = new CopyOnWriteArrayList<>();

  DurableCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, byte[]> data,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
    this.data = data;
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    // the library's own collections have no ids
    Object key =
        getIdField() == null
            ? UUID.randomUUID()
            : Missing.ofNullable(Utils.getSubdocumentValue(document, getIdField()));
    if (data.putIfAbsent(key, DocumentType.bytes(document)) != null) {
      throw new IllegalStateException("There is a document " + key + " in " + this + " already");
    }
    return key;
  }

  @Override
  protected Document getDocument(Object position) {
    return DocumentType.document(bson(position));
  }

  private byte[] bson(Object position) {
    return Objects.requireNonNull(data.get(position), "an index points to nothing");
  }

  @Override
  protected void handleUpdate(Object position, Document before, Document after) {
    data.put(Missing.ofNullable(position), DocumentType.bytes(after));
  }

  @Override
  protected void removeDocument(Object position) {
    if (data.remove(position) == null) {
      throw new NoSuchElementException("There is no document " + position + " in " + this);
    }
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return data.entrySet().stream()
        .map(
            entry ->
                new DocumentWithPosition<>(
                    DocumentType.document(entry.getValue()), entry.getKey()));
  }

  @Override
  public int count() {
    return data.size();
  }

  @Override
  public boolean isEmpty() {
    return data.isEmpty();
  }

  @Override
  public void addIndex(Index<Object> index) {
    super.addIndex(index);
    if (index instanceof OrderedIndex one
        && ordered.stream().noneMatch(known -> known.getName().equals(one.getName()))) {
      ordered.add(one);
    }
  }

  @Override
  public void dropIndex(String name) {
    super.dropIndex(name);
    ordered.removeIf(index -> index.getName().equals(name));
  }

  @Override
  protected QueryResult queryDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    Optional<List<Object>> page = page(query, orderBy, skip, limit);
    if (page.isPresent()) {
      return matchDocuments(query, page.get(), orderBy, skip, limit, batchSize, fields);
    }
    Optional<OrderedIndex> best =
        ordered.stream()
            .filter(index -> index.usableKeys(query) > 0)
            .max(Comparator.comparingInt(index -> index.usableKeys(query)));
    if (best.isEmpty()) {
      return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }
    OrderedIndex index = best.get();
    Iterable<Object> positions = index.startingWith(query, index.usableKeys(query));
    return matchDocuments(query, positions, orderBy, skip, limit, batchSize, fields);
  }

  /**
   * Of what was found only those fields are read that the query names, if it names what it wants.
   */
  @Override
  protected QueryResult matchDocuments(
      Document query,
      Iterable<Object> positions,
      Document orderBy,
      int skip,
      int limit,
      int batchSize,
      Document fields) {
    Set<String> wanted = wanted(query, orderBy, fields);
    if (wanted.isEmpty()) {
      return super.matchDocuments(query, positions, orderBy, skip, limit, batchSize, fields);
    }
    Stream<Document> found =
        StreamSupport.stream(positions.spliterator(), false)
            .map(position -> DocumentType.document(bson(position), wanted));
    return matchDocumentsFromStream(found, query, orderBy, skip, limit, batchSize, fields);
  }

  /** None when whole documents are wanted. */
  private static Set<String> wanted(
      Document query, @Nullable Document orderBy, @Nullable Document fields) {
    if (fields == null || fields.isEmpty() || !fields.values().stream().allMatch(Utils::isTrue)) {
      return Set.of();
    }
    Set<String> wanted = new HashSet<>(Set.of(ID));
    Stream.of(query, orderBy == null ? new Document() : orderBy, fields)
        .flatMap(document -> document.keySet().stream())
        .map(Utils::firstFragment)
        .forEach(wanted::add);
    return wanted.stream().noneMatch(field -> field.startsWith("$")) ? wanted : Set.of();
  }

  /**
   * A compare and set is done here, and setting fields of documents that are named: the library
   * would copy a document twice, compare it three times, and work out all its keys for each index.
   */
  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters filters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    List<String> ids = upsert ? List.of() : ids(selector);
    boolean known = multi ? isSet(update) : ids.size() == 1 && (isWhole(update) || isSet(update));
    if (ids.isEmpty() || !known) {
      return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    }
    List<Object> changed = new ArrayList<>();
    for (String id : ids) {
      if (change(id, selector, update)) {
        changed.add(id);
      }
    }
    oplog.handleUpdate(getFullName(), selector, update, changed);
    return new Document("n", changed.size()).append("nModified", changed.size());
  }

  private boolean change(String id, Document selector, Document update) {
    byte[] bson = data.get(id);
    boolean whole = isWhole(update);
    Document stored =
        bson == null
            ? null
            : whole ? DocumentType.document(bson, asked(selector)) : DocumentType.document(bson);
    if (stored == null || !fits(stored, selector)) {
      return false;
    }
    Document next = whole ? new Document(ID, id) : stored.clone();
    next.putAll(whole ? update : (Document) update.get(SET));
    ordered.forEach(index -> index.checkUpdate(stored, next, this));
    ordered.forEach(index -> index.updateInPlace(stored, next, id, this));
    data.put(id, DocumentType.bytes(next));
    return true;
  }

  /** What the selector asks for by {@code _id}, beside plain values of other fields; else none. */
  private static List<String> ids(Document selector) {
    Object asked = selector.get(ID);
    boolean plain =
        selector.entrySet().stream()
            .allMatch(
                one ->
                    one.getKey().equals(ID)
                        || (!one.getKey().contains(".")
                            && (one.getValue() instanceof String
                                || one.getValue() instanceof Number)));
    if (!plain) {
      return List.of();
    }
    if (asked instanceof Document among
        && among.size() == 1
        && among.get("$in") instanceof Collection<?> ids
        && ids.stream().allMatch(String.class::isInstance)) {
      return ids.stream().map(String.class::cast).distinct().toList();
    }
    return asked instanceof String id ? List.of(id) : List.of();
  }

  /** The fields that the selector names, and those with keys of an index. */
  private Set<String> asked(Document selector) {
    Set<String> asked = new HashSet<>(selector.keySet());
    ordered.forEach(index -> asked.addAll(index.fields()));
    return asked;
  }

  private static boolean fits(Document stored, Document selector) {
    return selector.entrySet().stream()
        .filter(one -> !one.getKey().equals(ID))
        .allMatch(one -> isEqual(one.getValue(), stored.get(one.getKey())));
  }

  private static boolean isEqual(Object one, @Nullable Object other) {
    if (one instanceof Number asked && other instanceof Number stored) {
      return asked.doubleValue() == stored.doubleValue();
    }
    return one.equals(other);
  }

  private static boolean isWhole(Document update) {
    return update.keySet().stream().noneMatch(key -> key.startsWith("$") || key.contains("."));
  }

  private static boolean isSet(Document update) {
    return update.size() == 1
        && update.get(SET) instanceof Document fields
        && !fields.containsKey(ID)
        && isWhole(fields);
  }

  /**
   * Positions of a page of the whole collection in the order of {@code _id}: of the first
   * documents, or the first behind an {@code _id}. The library would look at all documents for each
   * page.
   */
  private Optional<List<Object>> page(Document query, Document orderBy, int skip, int limit) {
    boolean byId = orderBy != null && List.of(ID).equals(List.copyOf(orderBy.keySet()));
    boolean ascending = byId && orderBy.get(ID) instanceof Number order && order.intValue() > 0;
    if (!ascending || skip != 0 || limit <= 0) {
      return Optional.empty();
    }
    Object bound =
        query.get(ID) instanceof Document range && range.size() == 1 ? range.get("$gt") : null;
    if (!query.isEmpty() && (query.size() > 1 || !(bound instanceof String))) {
      return Optional.empty();
    }
    return ordered.stream()
        .filter(index -> index.isOf(ID))
        .findFirst()
        .map(index -> index.behind(bound, limit));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    Stream<DocumentWithPosition<Object>> all = streamAllDocumentsWithPosition();
    Stream<DocumentWithPosition<Object>> inOrder =
        isNaturalDescending(orderBy)
            ? all.sorted(
                Comparator.comparing(DocumentWithPosition::getPosition, ValueComparator.desc()))
            : all;
    return matchDocumentsFromStream(
        inOrder.map(DocumentWithPosition::getDocument),
        query,
        orderBy,
        skip,
        limit,
        batchSize,
        fields);
  }

  /** Would rewrite one more page with every write, for a figure that nobody asks for. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int difference) {
    throw new UnsupportedOperationException("It is not tracked");
  }

  /** Not tracked. */
  @Override
  protected int getDataSize() {
    return 0;
  }
}
