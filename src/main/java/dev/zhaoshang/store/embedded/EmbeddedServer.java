package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB server in this process, on the loopback address and a free port, with its data in a
 * file and a journal. What it has acknowledged survives {@code kill -9} and a loss of power.
 */
public final class EmbeddedServer implements AutoCloseable {

  /** Name of the file within the data directory. */
  public static final String FILE = "store.mv";

  /**
   * Threads that serve connections. A connection keeps to its thread, which waits for commits, so
   * there is one for each connection of the driver's pool.
   */
  public static final int CONNECTIONS = 32;

  /** Keeps the pages that a write changes small. In bytes. */
  private static final int PAGE_SIZE = 4096;

  /** Counted as bytes on disk; in memory documents take some six times as much. */
  private static final int CACHE_MEGABYTES = 8;

  private final MongoServer server;

  private EmbeddedServer(MongoServer server) {
    this.server = server;
  }

  /**
   * Opens the data directory, which is created when it does not exist.
   *
   * @throws IllegalStateException when another process has it open, or it cannot be written or read
   */
  public static EmbeddedServer open(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    MVStore store = openStore(dataDir, file);
    MongoServer server = new MongoServer(new DurableBackend(store, dataDir));
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, CONNECTIONS);
    return new EmbeddedServer(server);
  }

  private static MVStore openStore(Path dataDir, Path file) {
    try {
      Files.createDirectories(dataDir);
      MVStore store =
          new MVStore.Builder()
              .fileName(file.toString())
              // Only checkpoints may commit: a commit of the store's own could fall into the
              // middle of a write.
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .pageSplitSize(PAGE_SIZE)
              .cacheSize(CACHE_MEGABYTES)
              .open();
      // Every commit is forced to disk, so what the last but one does not need is free.
      store.setVersionsToKeep(1);
      store.setRetentionTime(0);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the data directory " + dataDir, e);
    } catch (MVStoreException e) {
      throw new IllegalStateException(describe(e, file), e);
    }
  }

  private static String describe(MVStoreException e, Path file) {
    return e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
        ? "Another process has "
            + file.toAbsolutePath()
            + " open. Stop it, or start this one with another data directory."
        : "Cannot open "
            + file.toAbsolutePath()
            + ": "
            + e.getMessage()
            + " Check that it may be read and written, or restore a backup.";
  }

  /** The connection string to reach it by. */
  public String uri() {
    InetSocketAddress address = server.getLocalAddress();
    return "mongodb://127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
