package dev.zhaoshang.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates indexes. All are unique, if need be by an {@code _id} at their end, because the embedded
 * server uses no others; making one that exists does nothing.
 */
final class Indexes {

  private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);

  private Indexes() {}

  /** A unique index over the fields, ascending. */
  static void unique(MongoCollection<BsonDocument> collection, String... fields) {
    Outage.guard(
        () ->
            collection.createIndex(
                com.mongodb.client.model.Indexes.ascending(fields),
                new IndexOptions().unique(true)));
  }

  /** Has the server delete documents some time after the date in a field, where it can. */
  static void expiring(MongoCollection<BsonDocument> collection, String field, Duration after) {
    try {
      collection.createIndex(
          com.mongodb.client.model.Indexes.ascending(field),
          new IndexOptions().expireAfter(after.toSeconds(), TimeUnit.SECONDS));
    } catch (MongoException e) {
      LOG.info(
          "The server does not expire {}: its documents are kept. ({})",
          collection.getNamespace(),
          e.getMessage());
    }
  }
}
