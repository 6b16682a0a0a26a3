package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.store.embedded.EmbeddedServer;
import dev.zhaoshang.store.embedded.UnusableStoreException;
import dev.zhaoshang.store.mongo.BackupException.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Makes backups, also while the store is in use. Sessions are read before all else: what a turn
 * left that was committed after its session was read may be in the backup too, under the keys under
 * which it is applied again, and changes nothing then. So a restored store goes on from where each
 * session was.
 */
public final class Backup {

  private static final String SESSIONS = "sessions";
  private static final String ID = "_id";

  /** So many documents are read at once, which is a few megabytes. */
  private static final int PAGE = 1000;

  private final @Nullable String uri;
  private final Path dataDir;

  /**
   * Of a store, which is opened only for as long as it takes.
   *
   * @param uri as for {@link MongoStore#open}
   * @param dataDir as for {@link MongoStore#open}
   */
  public Backup(@Nullable String uri, Path dataDir) {
    this.uri = uri;
    this.dataDir = dataDir;
  }

  /**
   * Writes all documents to a new file, which appears only when it is complete.
   *
   * @param file readable by its owner only, where the file system knows owners
   * @param now when
   * @return how many documents of which collection
   * @throws FileAlreadyExistsException when there is a file of that name
   * @throws IOException when the file cannot be written
   * @throws BackupException when there is nothing to make a backup of
   * @throws dev.zhaoshang.store.StoreUnavailableException when the server does not answer
   */
  public Map<String, Long> write(Path file, Instant now) throws IOException {
    if (uri != null) {
      return write(uri, file, now);
    }
    if (!EmbeddedServer.isIn(dataDir)) {
      throw new BackupException(Problem.NO_DATA, dataDir.toAbsolutePath().normalize().toString());
    }
    Map<String, Long> counts;
    try (EmbeddedServer server = EmbeddedServer.openForBackup(dataDir)) {
      counts = write(server.uri(), file, now);
    } catch (UnusableStoreException e) {
      if (e.trouble() != UnusableStoreException.Trouble.IN_USE) {
        throw e;
      }
      counts = write(EmbeddedServer.uriOfRunning(dataDir), file, now);
    }
    EmbeddedServer.noteBackup(dataDir, file);
    return counts;
  }

  private static Map<String, Long> write(String uri, Path file, Instant now) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    OwnersOnly.create(part);
    try (MongoClient client = MongoStore.client(uri);
        OutputStream to =
            new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.SYNC));
        BackupFile.Writer writer = new BackupFile.Writer(to, now)) {
      MongoDatabase database = MongoStore.database(client, uri);
      for (String collection : collections(database)) {
        copy(database, collection, writer);
      }
      Map<String, Long> counts = writer.end();
      to.flush();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return counts;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Names of all collections, that of the sessions first. */
  static List<String> collections(MongoDatabase database) {
    List<String> names = Outage.guard(() -> database.listCollectionNames().into(new ArrayList<>()));
    names.removeIf(name -> name.startsWith("system."));
    names.sort(
        Comparator.comparing((String name) -> !name.equals(SESSIONS))
            .thenComparing(Comparator.naturalOrder()));
    return names;
  }

  /** Page by page: a cursor on all would take as much memory of the embedded server as they do. */
  private static void copy(MongoDatabase database, String name, BackupFile.Writer writer)
      throws IOException {
    MongoCollection<BsonDocument> collection = database.getCollection(name, BsonDocument.class);
    List<BsonDocument> page = page(collection, new BsonDocument());
    while (!page.isEmpty()) {
      for (BsonDocument document : page) {
        writer.write(name, document);
      }
      BsonValue last = page.get(page.size() - 1).get(ID);
      page = page(collection, gt(ID, last));
    }
  }

  private static List<BsonDocument> page(MongoCollection<BsonDocument> collection, Bson filter) {
    return Outage.guard(
        () -> collection.find(filter).sort(ascending(ID)).limit(PAGE).into(new ArrayList<>()));
  }
}
