package dev.zhaoshang.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import dev.zhaoshang.store.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Fills a store, while no application has it open, with conversations of reps who left. */
final class StoredTurns {

  private static final List<String> COLLECTIONS = List.of("inbox", "turns", "outbox");
  private static final int FORMER_REPS = 200;
  private static final int AT_ONCE = 1_000;

  private StoredTurns() {}

  /**
   * Writes turns, each with its entry of the inbox and a reply, as copies of those in the store.
   *
   * @param dataDir of an embedded store in which there are some turns
   */
  static void fill(Path dataDir, int count) {
    try (EmbeddedServer server = EmbeddedServer.open(dataDir, failure -> {});
        MongoClient client = MongoClients.create(server.uri())) {
      MongoDatabase database =
          client.getDatabase("zhaoshang").withWriteConcern(WriteConcern.ACKNOWLEDGED);
      for (String name : COLLECTIONS) {
        MongoCollection<BsonDocument> collection = database.getCollection(name, BsonDocument.class);
        List<BsonDocument> patterns = collection.find().limit(AT_ONCE).into(new ArrayList<>());
        for (int from = 0; from < count; from += AT_ONCE) {
          List<BsonDocument> copies = new ArrayList<>();
          for (int n = from; n < Math.min(count, from + AT_ONCE); n++) {
            copies.add(copy(patterns.get(n % patterns.size()), n));
          }
          collection.insertMany(copies, new InsertManyOptions().ordered(false));
        }
      }
    }
  }

  private static BsonDocument copy(BsonDocument pattern, int n) {
    BsonDocument copy = pattern.clone();
    copy.put("_id", new BsonString("web:former:" + n + (pattern.containsKey("n") ? "#0" : "")));
    copy.put("rep", new BsonString("former" + n % FORMER_REPS));
    copy.put("seq", new BsonInt64(n / FORMER_REPS + 1L));
    return copy;
  }
}
