package dev.zhaoshang.store.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;

/**
 * Collections whose writes do not wait for the journal: what a turn leaves is applied again from
 * its session, whose commit does wait. That is one wait for the disk a turn instead of six.
 */
final class Reapplied {

  private Reapplied() {}

  static MongoCollection<BsonDocument> collection(MongoDatabase database, String name) {
    return database.getCollection(name, BsonDocument.class).withWriteConcern(WriteConcern.MAJORITY);
  }
}
