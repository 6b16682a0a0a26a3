package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * A collection of records: the few operations that all three servers do alike. A filter of several
 * fields is one plain document: {@code Filters.and} makes a {@code $and} of it, for which the
 * embedded server uses no index.
 */
final class Documents<T extends Record> {

  private static final String ID = "_id";

  private final MongoCollection<BsonDocument> collection;
  private final MongoCollection<RawBsonDocument> raw;
  private final GroupedInserts inserts;
  private final Mapping<T> mapping;

  /** Of records that are only found by what they consist of. */
  Documents(MongoCollection<BsonDocument> collection, Class<T> type, String idComponent) {
    this(collection, new Mapping<>(type, idComponent, domain -> new BsonDocument()));
  }

  Documents(MongoCollection<BsonDocument> collection, Mapping<T> mapping) {
    this.collection = collection;
    this.raw = collection.withDocumentClass(RawBsonDocument.class);
    this.inserts = new GroupedInserts(raw);
    this.mapping = mapping;
  }

  Optional<T> find(String id) {
    return find(eq(ID, id));
  }

  Optional<T> find(Bson filter) {
    return findDocument(filter).map(mapping::domain);
  }

  Optional<BsonDocument> findDocument(Bson filter) {
    return Outage.guard(() -> Optional.ofNullable(collection.find(filter).first()));
  }

  /** The record in a document that was changed on the way (migrated). */
  T domain(BsonDocument document) {
    return mapping.domain(document);
  }

  /** The given top-level fields and the _id of all that match, in the order of {@code sort}. */
  List<BsonDocument> listFields(Bson filter, Bson sort, String... fields) {
    return Outage.guard(
        () ->
            collection.find(filter).projection(include(fields)).sort(sort).into(new ArrayList<>()));
  }

  /** All that match, in the order of {@code sort}; a limit of 0 is none. */
  List<T> list(Bson filter, Bson sort, int limit) {
    return Outage.guard(
        () ->
            collection
                .find(filter)
                .sort(sort)
                .limit(limit)
                .map(mapping::domain)
                .into(new ArrayList<>()));
  }

  List<String> distinct(String field, Bson filter) {
    return Outage.guard(
        () -> collection.distinct(field, filter, String.class).into(new ArrayList<>()));
  }

  /** Inserts a record; false when its id or another unique key is taken. */
  boolean insert(T domain) {
    return inserts.insert(List.of(mapping.document(domain)));
  }

  /** Inserts records; those whose id is taken are left as they are. */
  void insertMissing(List<T> domains) {
    inserts.insert(domains.stream().map(mapping::document).toList());
  }

  /** Writes a record whether or not there is one with its id. */
  void put(T domain) {
    RawBsonDocument document = mapping.document(domain);
    Outage.guard(
        () ->
            raw.replaceOne(eq(ID, document.get(ID)), document, new ReplaceOptions().upsert(true)));
  }

  /**
   * Compare and set: writes a record of the given version if the stored one is the version before,
   * or, for version 1, if none is stored.
   *
   * @return false when another write came first
   */
  boolean commit(T domain, long version) {
    if (version == 1) {
      return insert(domain);
    }
    RawBsonDocument document = mapping.document(domain);
    Bson before = new Document(ID, document.get(ID)).append("version", version - 1);
    return Outage.guard(() -> raw.replaceOne(before, document).getMatchedCount() == 1);
  }

  /** Changes fields of the documents that match. */
  long update(Bson filter, Bson update) {
    return Outage.guard(() -> collection.updateMany(filter, update).getMatchedCount());
  }
}
