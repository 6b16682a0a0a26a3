package dev.zhaoshang.faults;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What the application left in its database, read by the plain driver.
 *
 * @param inbox what was acknowledged
 * @param sessions one a rep
 * @param turns what was said
 * @param distributors who was met
 * @param ledgers what is on record beside
 * @param outbox what was to be sent
 */
record Records(
    List<BsonDocument> inbox,
    List<BsonDocument> sessions,
    List<BsonDocument> turns,
    List<BsonDocument> distributors,
    List<BsonDocument> ledgers,
    List<BsonDocument> outbox) {

  /** Reads all. */
  static Records of(String uri) {
    try (MongoClient client = MongoClients.create(uri)) {
      MongoDatabase database = database(client, uri);
      return new Records(
          all(database, "inbox"),
          all(database, "sessions"),
          all(database, "turns"),
          all(database, "distributors"),
          all(database, "ledgers"),
          all(database, "outbox"));
    }
  }

  /** How many entries wait for their turn, and replies for being sent. */
  static long open(String uri) {
    try (MongoClient client = MongoClients.create(uri)) {
      MongoDatabase database = database(client, uri);
      Bson unapplied = new Document("appliedAt", null);
      Bson unsent = new Document("sentAt", null).append("failure", null);
      return database.getCollection("inbox").countDocuments(unapplied)
          + database.getCollection("outbox").countDocuments(unsent);
    }
  }

  private static MongoDatabase database(MongoClient client, String uri) {
    String name = new ConnectionString(uri).getDatabase();
    return client.getDatabase(Objects.requireNonNullElse(name, "zhaoshang"));
  }

  private static List<BsonDocument> all(MongoDatabase database, String name) {
    return database.getCollection(name, BsonDocument.class).find().into(new ArrayList<>());
  }
}
