package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs commands on an MVStore; one that writes is answered only when its change is on disk. */
final class DurableBackend extends H2Backend {

  private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);

  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "findandmodify",
          "create",
          "createindexes",
          "drop",
          "dropdatabase",
          "dropindexes");

  /** The code by which drivers know a server that is going down: an outage, not a bad command. */
  private static final int SHUTDOWN_IN_PROGRESS = 91;

  private static final String DATABASE = "database";
  private static final String COMMAND = "command";
  private static final String QUERY = "query";

  private final WriteAhead log;

  /**
   * Opens what is in the store and carries out again what only the journal has.
   *
   * @param whenDiskFails is told once, when nothing can be written any more
   */
  DurableBackend(MVStore store, Path directory, Consumer<UnusableStoreException> whenDiskFails) {
    super(store);
    this.log = new WriteAhead(store, directory, this::replay, whenDiskFails);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new DurableDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (!log.isIntact()) {
      throw down("its disk failed", null);
    }
    if (!WRITES.contains(command.toLowerCase(Locale.ROOT))) {
      return super.handleCommand(channel, database, command, query);
    }
    // encoded first, because carrying it out changes the query
    byte[] entry = entry(database, command, query);
    try {
      boolean flushed = isJournalled(query);
      return log.write(
          entry, flushed, () -> super.handleCommand(channel, database, command, query));
    } catch (IllegalStateException e) {
      throw down(e.getMessage(), e);
    }
  }

  /** Whether the client waits for the journal, as it says by its write concern. */
  private static boolean isJournalled(Document query) {
    return query.get("writeConcern") instanceof Document concern
        && Boolean.TRUE.equals(concern.get("j"));
  }

  private static MongoServerError down(@Nullable String reason, @Nullable Exception cause) {
    return new MongoServerError(
        SHUTDOWN_IN_PROGRESS, "ShutdownInProgress", "The embedded store is down: " + reason, cause);
  }

  private static byte[] entry(String database, String command, Document query) {
    Document entry = new Document(DATABASE, database).append(COMMAND, command).append(QUERY, query);
    return DocumentType.bytes(entry);
  }

  private void replay(byte[] bytes) {
    Document entry = DocumentType.document(bytes);
    EmbeddedChannel channel = new EmbeddedChannel();
    try {
      super.handleCommand(
          channel,
          (String) entry.get(DATABASE),
          (String) entry.get(COMMAND),
          (Document) entry.get(QUERY));
    } catch (MongoServerException e) {
      LOG.debug("A write that was refused is refused again", e);
    } finally {
      handleClose(channel);
    }
  }

  @Override
  public void close() {
    log.close();
    super.close();
  }
}
