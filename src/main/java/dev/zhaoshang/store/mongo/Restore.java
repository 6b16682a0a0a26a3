package dev.zhaoshang.store.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.store.mongo.BackupException.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Brings a backup into a store in which there is nothing. */
public final class Restore {

  /** Has a document while a backup is being restored, or when that was broken off. */
  static final String UNDER_WAY = "restoring";

  private static final int BATCH = 500;
  private static final Duration ANY = Duration.ofDays(14);

  private final @Nullable String uri;
  private final Path dataDir;

  /**
   * Into a store that nobody uses meanwhile.
   *
   * @param uri as for {@link MongoStore#open}
   * @param dataDir as for {@link MongoStore#open}
   */
  public Restore(@Nullable String uri, Path dataDir) {
    this.uri = uri;
    this.dataDir = dataDir;
  }

  /**
   * Reads the whole file before it writes anything.
   *
   * @return how many documents of which collection the backup has
   * @throws IOException when the file cannot be read
   * @throws BackupException when it is no whole backup, or the store is not empty
   * @throws dev.zhaoshang.store.StoreUnavailableException when the server does not answer; when
   *     that happens half-way, the store refuses to be opened until it is emptied
   * @throws IllegalStateException when the embedded store cannot be opened
   */
  public Map<String, Long> from(Path file) throws IOException {
    OpenPlaces places = new OpenPlaces();
    Map<String, Long> counts = read(file, places::note);
    try (MongoStore store = MongoStore.openEmpty(uri, dataDir, ANY)) {
      MongoDatabase database = store.database();
      requireEmpty(database);
      BsonDocument mark = new BsonDocument("_id", new BsonString(UNDER_WAY));
      MongoCollection<BsonDocument> marks = collection(database, UNDER_WAY);
      Outage.guard(() -> marks.insertOne(mark));
      Batches batches = new Batches(database);
      read(
          file,
          (name, document) -> {
            if (!name.equals("inbox") || !places.isBehindGap(document)) {
              batches.add(name, document);
            }
          });
      batches.flush();
      Outage.guard(() -> marks.deleteOne(mark));
    }
    return counts;
  }

  private static Map<String, Long> read(Path file, BiConsumer<String, BsonDocument> documents)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return BackupFile.read(in, documents);
    }
  }

  private static void requireEmpty(MongoDatabase database) {
    for (String name : Backup.collections(database)) {
      if (Outage.guard(() -> collection(database, name).find().first()) != null) {
        throw new BackupException(Problem.NOT_EMPTY, name);
      }
    }
  }

  private static MongoCollection<BsonDocument> collection(MongoDatabase database, String name) {
    return database.getCollection(name, BsonDocument.class);
  }

  /** Inserts documents of one collection together. */
  private static final class Batches {

    private final MongoDatabase database;
    private final List<BsonDocument> batch = new ArrayList<>();
    private String collection = "";

    Batches(MongoDatabase database) {
      this.database = database;
    }

    void add(String name, BsonDocument document) {
      if (batch.size() == BATCH || !name.equals(collection)) {
        flush();
        collection = name;
      }
      batch.add(document);
    }

    void flush() {
      if (!batch.isEmpty()) {
        Outage.guard(() -> collection(database, collection).insertMany(batch));
        batch.clear();
      }
    }
  }
}
