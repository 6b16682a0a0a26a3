package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB server in this process, on the loopback address and a free port, with its data in a
 * file and a journal. What it has acknowledged survives {@code kill -9} and a loss of power.
 */
public final class EmbeddedServer implements AutoCloseable {

  /**
   * Threads that serve connections. A connection keeps to its thread, which waits for commits, so
   * there is one for each connection of the driver's pool.
   */
  public static final int CONNECTIONS = 32;

  /** Keeps the pages that a write changes small. In bytes. */
  private static final int PAGE_SIZE = 4096;

  /** Of pages that were read or written lately. */
  private static final int CACHE_MEGABYTES = 24;

  /** Netty asks at each byte of a document whether its buffer was released; none of ours is. */
  private static final String CHECK = "io.netty.buffer.checkAccessible";

  static {
    System.setProperty(CHECK, System.getProperty(CHECK, "false"));
  }

  private final MongoServer server;
  private final DataDirectory directory;

  private EmbeddedServer(MongoServer server, DataDirectory directory) {
    this.server = server;
    this.directory = directory;
  }

  /** Whether there is a store in the directory, open or not. */
  public static boolean isIn(Path dataDir) {
    return Files.exists(new DataDirectory(dataDir).file());
  }

  /**
   * Opens the data directory, which is created when it does not exist, and reads all that is in it
   * once: damaged data is set aside.
   *
   * @param whenDiskFails is told once, by the thread that wrote, when nothing can be written any
   *     more; must return at once
   * @throws UnusableStoreException when another process has it open, when it cannot be written, or
   *     when the data is or was damaged
   */
  public static EmbeddedServer open(Path dataDir, Consumer<UnusableStoreException> whenDiskFails) {
    DataDirectory directory = new DataDirectory(dataDir);
    directory.requireNothingSetAside();
    return open(directory, whenDiskFails);
  }

  /** Opens a directory in which damaged data may have been set aside, to restore a backup. */
  public static EmbeddedServer openForBackup(Path dataDir) {
    return open(new DataDirectory(dataDir), failure -> {});
  }

  private static EmbeddedServer open(
      DataDirectory directory, Consumer<UnusableStoreException> whenDiskFails) {
    directory.create();
    MongoServer server = new MongoServer(backend(directory, whenDiskFails));
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, CONNECTIONS);
    EmbeddedServer opened = new EmbeddedServer(server, directory);
    directory.noteAddress(opened.uri());
    return opened;
  }

  private static DurableBackend backend(
      DataDirectory directory, Consumer<UnusableStoreException> whenDiskFails) {
    inspect(directory);
    MVStore store = openStore(directory);
    try {
      return new DurableBackend(store, directory.path(), whenDiskFails);
    } catch (MVStoreException | UncheckedIOException e) {
      store.closeImmediately();
      throw DataDirectory.notWritable(directory.path(), e);
    }
  }

  /** Looks for damage before anything is written. */
  private static void inspect(DataDirectory directory) {
    if (!Files.exists(directory.file())) {
      return;
    }
    try {
      Inspection.of(directory);
    } catch (RuntimeException e) {
      throw refusal(directory, e);
    }
  }

  private static UnusableStoreException refusal(DataDirectory directory, RuntimeException e) {
    if (e instanceof MVStoreException m && m.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
      return directory.inUse(e);
    }
    boolean disk = e.getCause() instanceof IOException && !(e.getCause() instanceof EOFException);
    return disk ? DataDirectory.notWritable(directory.path(), e) : directory.setAside(e);
  }

  private static MVStore openStore(DataDirectory directory) {
    MVStore store;
    try {
      store =
          new MVStore.Builder()
              .fileName(directory.file().toString())
              // Only checkpoints may commit: a commit of the store's own could fall into the
              // middle of a write.
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .pageSplitSize(PAGE_SIZE)
              .cacheSize(CACHE_MEGABYTES)
              .open();
    } catch (MVStoreException e) {
      throw refusal(directory, e);
    }
    if (store.isReadOnly()) {
      store.closeImmediately();
      throw DataDirectory.notWritable(directory.path(), new IOException("it is read-only"));
    }
    // Every commit is forced to disk, so what the last but one does not need is free.
    store.setVersionsToKeep(1);
    store.setRetentionTime(0);
    return store;
  }

  /**
   * The connection string of the store that another process has open.
   *
   * @throws UnusableStoreException when that process does not tell it
   */
  public static String uriOfRunning(Path dataDir) {
    DataDirectory directory = new DataDirectory(dataDir);
    String address = directory.address();
    if (address == null) {
      throw directory.inUse(null);
    }
    return address;
  }

  /** Notes where the last backup is, for the day when the data is damaged. */
  public static void noteBackup(Path dataDir, Path backup) {
    new DataDirectory(dataDir).noteBackup(backup);
  }

  /** The connection string to reach it by. */
  public String uri() {
    InetSocketAddress address = server.getLocalAddress();
    return "mongodb://127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
    directory.forgetAddress();
  }
}
