package dev.zhaoshang.store.mongo;

import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.store.Retention;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Removes old documents; it looks through whole collections, and is run once a day. */
final class MongoRetention implements Retention {

  private final MongoDatabase database;

  MongoRetention(MongoDatabase database) {
    this.database = database;
  }

  @Override
  public long expire(Instant said, Instant received) {
    Bson settled =
        new Document("$or", List.of(before("sentAt", said), new Document("failure", exists())));
    return remove("turns", before("at", said))
        + remove("outbox", new Document("$and", List.of(before("notBefore", said), settled)))
        + remove("inbox", before("appliedAt", received));
  }

  private static Document before(String field, Instant time) {
    return new Document(field, new Document("$lt", Date.from(time)));
  }

  private static Document exists() {
    return new Document("$ne", null);
  }

  private long remove(String collection, Bson filter) {
    return Outage.guard(
        () ->
            database
                .getCollection(collection, BsonDocument.class)
                .deleteMany(filter)
                .getDeletedCount());
  }
}
