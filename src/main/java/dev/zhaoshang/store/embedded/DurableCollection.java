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
import java.util.Arrays;
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
import java.util.stream.Collectors;
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
    // the library's list of indexes has no ids
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
    return Objects.requireNonNull(
        data.get(position), () -> "There is no document " + position + " in " + this);
  }

  @Override
  protected void handleUpdate(Object position, Document before, Document after) {
    data.put(position, DocumentType.bytes(after));
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

  /** Locked as all else is: what an index points to must not go meanwhile. */
  @Override
  public synchronized int count(Document query, int skip, int limit) {
    return super.count(query, skip, limit);
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
    Set<String> wanted = fields(query, orderBy == null ? new Document() : orderBy, fields);
    wanted.add(ID);
    return wanted.stream().noneMatch(field -> field.startsWith("$")) ? wanted : Set.of();
  }

  /** The fields of a document that are named there. */
  private static Set<String> fields(Document... parts) {
    return Stream.of(parts)
        .flatMap(part -> part.keySet().stream())
        .map(Utils::firstFragment)
        .collect(Collectors.toCollection(HashSet::new));
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
    if (ids.isEmpty() || !known || !update.getOrDefault(ID, ids.get(0)).equals(ids.get(0))) {
      return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    }
    Document others = selector.clone();
    others.remove(ID);
    List<Object> matched = new ArrayList<>();
    int changed = 0;
    for (String id : ids) {
      byte[] bson = data.get(id);
      if (bson == null) {
        continue;
      }
      Document before = before(bson, others, update);
      if (documentMatchesQuery(before, others)) {
        matched.add(id);
        changed += change(id, bson, before, update) ? 1 : 0;
      }
    }
    oplog.handleUpdate(getFullName(), selector, update, matched);
    return new Document("n", matched.size()).append("nModified", changed);
  }

  /** Of what is replaced, only what a selector names and what indexes have keys of. */
  private Document before(byte[] bson, Document selector, Document update) {
    if (!isWhole(update)) {
      return DocumentType.document(bson);
    }
    Set<String> fields = fields(selector);
    ordered.forEach(index -> fields.addAll(index.fields()));
    return DocumentType.document(bson, fields);
  }

  private boolean change(String id, byte[] bson, Document before, Document update) {
    boolean whole = isWhole(update);
    Document after = whole ? new Document(ID, id) : before.clone();
    after.putAll(whole ? update : (Document) update.get(SET));
    byte[] changed = DocumentType.bytes(after);
    if (Arrays.equals(bson, changed)) {
      return false;
    }
    ordered.forEach(index -> index.checkUpdate(before, after, this));
    ordered.forEach(index -> index.updateInPlace(before, after, id, this));
    data.put(id, changed);
    return true;
  }

  /** The documents that a selector names by {@code _id}, whatever it asks of fields; else none. */
  private static List<String> ids(Document selector) {
    if (selector.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
      return List.of();
    }
    Object asked = selector.get(ID);
    if (asked instanceof Document among
        && among.size() == 1
        && among.get("$in") instanceof Collection<?> ids
        && ids.stream().allMatch(String.class::isInstance)) {
      return ids.stream().map(String.class::cast).distinct().toList();
    }
    return asked instanceof String id ? List.of(id) : List.of();
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
