package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Runs commands on an MVStore; one that writes is answered only when its change is on disk. */
final class DurableBackend extends H2Backend {

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

  private final GroupCommit commits;

  DurableBackend(MVStore store, GroupCommit commits) {
    super(store);
    this.commits = commits;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new DurableDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    try {
      if (getMvStore().isClosed()) {
        throw new IllegalStateException("the file is closed");
      }
      return WRITES.contains(command.toLowerCase(Locale.ROOT))
          ? commits.write(() -> super.handleCommand(channel, database, command, query))
          : super.handleCommand(channel, database, command, query);
    } catch (MVStoreException | IllegalStateException e) {
      throw new MongoServerError(
          SHUTDOWN_IN_PROGRESS,
          "ShutdownInProgress",
          "The embedded store cannot write to its file any more: " + e.getMessage(),
          e);
    }
  }
}
