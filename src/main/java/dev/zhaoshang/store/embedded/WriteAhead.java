package dev.zhaoshang.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes writes durable before they return. A write is carried out in memory and appended to a
 * journal, which survives the end of this process; one flush of the journal to the disk serves all
 * writers that wait for it. From time to time a checkpoint commits the store, and in the same
 * commit the number of the journal that begins then; the pages are written while writes go on. A
 * journal is kept until the checkpoint that ends it is on the disk: after a crash, the store and
 * the journals from its number on are together exactly what was done.
 */
final class WriteAhead implements AutoCloseable {

  /** Size of a journal, in bytes, at which it is ended; it is read again in under a second. */
  private static final long CHECKPOINT_SIZE = 8L << 20;

  /**
   * Size of a journal, in bytes, at which writes wait until the checkpoint has ended it. There are
   * two of this size at most: the one that is being ended, and the one that writes go to.
   */
  static final long MOST = 2 * CHECKPOINT_SIZE;

  /** Share of live data in the file, in percent, below which a checkpoint compacts it. */
  private static final int FILL_RATE = 45;

  /** Most that a checkpoint rewrites for compaction, in bytes. */
  private static final int COMPACTION_SIZE = 4 << 20;

  /**
   * The store itself never commits; but only with a delay does it write pages on its own thread.
   */
  private static final int NEVER = Integer.MAX_VALUE;

  /** H2 2.4.240 trips over its own free space when it moves chunks while a store closes. */
  private static final int NO_COMPACTION = 0;

  private static final int PATIENCE_SECONDS = 60;

  private static final Logger LOG = LoggerFactory.getLogger(WriteAhead.class);

  /** Beginning of the names of journals. */
  static final String FILE = "journal-";

  /** Name of the map with the number of the journal that belongs to the store. */
  static final String MAP = "checkpoint";

  private static final String NUMBER = "number";

  private final MVStore store;
  private final Path directory;
  private final MVMap<String, Long> checkpoint;
  private final Consumer<UnusableStoreException> whenDiskFails;

  /** Held while a write is carried out: the journal is in the order in which things happened. */
  private final Lock writing = new ReentrantLock();

  /** Held while the journal is flushed or changed; if both locks are held, the second. */
  private final Lock flushing = new ReentrantLock(true);

  /** Told when a journal has been ended; of {@link #writing}. */
  private final Condition ended = writing.newCondition();

  private final ExecutorService checkpoints =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "checkpoint");
            thread.setDaemon(true);
            return thread;
          });

  private Future<?> underWay = CompletableFuture.completedFuture(null);
  private Journal journal;
  private final AtomicLong written = new AtomicLong();
  private volatile long durable;
  private volatile boolean broken;

  /**
   * Carries out again what the store lacks, and begins a new journal.
   *
   * @param replay carries out a record of the journal
   * @param whenDiskFails is told once, when nothing can be written any more
   */
  WriteAhead(
      MVStore store,
      Path directory,
      Consumer<byte[]> replay,
      Consumer<UnusableStoreException> whenDiskFails) {
    this.store = store;
    this.whenDiskFails = whenDiskFails;
    this.directory = directory;
    this.checkpoint = store.openMap(MAP);
    long last = number();
    replay(last, replay);
    if (Files.exists(file(last + 1))) {
      last++;
      replay(last, replay);
    }
    this.journal = begin(last + 1);
    store.commit();
    store.sync();
    deleteOtherJournals();
    store.setAutoCommitDelay(NEVER);
  }

  private void replay(long number, Consumer<byte[]> replay) {
    if (!Journal.read(file(number), replay)) {
      Path aside = new DataDirectory(directory).keep(file(number));
      LOG.error(
          "A record of the journal is damaged, and what was written after it is missing. It is kept"
              + " in {}; compare with the last backup",
          aside);
    }
  }

  /**
   * Refuses a store that does not belong to its journals. One whose end is damaged opens as it was
   * some checkpoints before, or as if it were new; the journals of then are gone. A crash leaves
   * the next journal at most, beside its own.
   *
   * @throws MVStoreException when the store's journal is missing, or there is one of a later store
   */
  static void requireJournal(MVStore store, Path directory) {
    MVMap<String, Long> checkpoint = store.openMap(MAP);
    long number = checkpoint.getOrDefault(NUMBER, 0L);
    if (number > 0 && !Files.exists(directory.resolve(FILE + number))) {
      throw damage(FILE + number + " is missing");
    }
    try (DirectoryStream<Path> journals = Files.newDirectoryStream(directory, FILE + "*")) {
      for (Path journal : journals) {
        long other = Long.parseLong(journal.getFileName().toString().substring(FILE.length()));
        boolean lone = number == 0 && Files.size(journal) > 0;
        if (other > number + 1 || (other > number && lone)) {
          throw damage(journal.getFileName() + " is of a later one");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MVStoreException damage(String what) {
    return DataUtils.newMVStoreException(
        DataUtils.ERROR_FILE_CORRUPT, "The file does not fit its journal: {0}", what);
  }

  /**
   * Carries out a write and returns its result once it is in the journal.
   *
   * @param entry what it takes to carry it out again
   * @param flushed whether to wait until the journal is on the disk, where a power cut spares it
   * @throws IllegalStateException when the disk failed; nothing is written from then on
   */
  <T> T write(byte[] entry, boolean flushed, Supplier<T> write) {
    long ticket;
    T result;
    writing.lock();
    try {
      awaitRoom();
      requireIntact();
      try {
        result = write.get();
      } finally {
        // also when it failed: then it may have done a part of it
        orBreak(() -> journal.append(entry));
        ticket = written.incrementAndGet();
      }
    } finally {
      writing.unlock();
    }
    if (flushed) {
      flushUpTo(ticket);
    }
    return result;
  }

  /** Whether the disk has not failed. */
  boolean isIntact() {
    return !broken && !store.isClosed();
  }

  private void flushUpTo(long ticket) {
    if (durable >= ticket) {
      return;
    }
    flushing.lock();
    try {
      if (durable < ticket) {
        requireIntact();
        long reached = written.get();
        orBreak(() -> journal.force());
        durable = reached;
      }
    } finally {
      flushing.unlock();
    }
  }

  /** Has a journal that is full ended by a checkpoint, and does not let it grow without end. */
  private void awaitRoom() {
    while (journal.size() > CHECKPOINT_SIZE && isIntact()) {
      if (underWay.isDone()) {
        underWay = checkpoints.submit(this::checkpoint);
      }
      if (journal.size() <= MOST) {
        return;
      }
      ended.awaitUninterruptibly();
    }
  }

  private void checkpoint() {
    try {
      orBreak(
          () -> {
            store.compact(FILL_RATE, COMPACTION_SIZE);
            flushUpTo(written.get());
            Journal full = endJournal();
            // behind the pages that are being written
            store.executeFilestoreOperation(() -> {});
            store.sync();
            full.close();
            deleteOtherJournals();
          });
    } finally {
      wakeWriters();
    }
  }

  private void wakeWriters() {
    writing.lock();
    try {
      ended.signalAll();
    } finally {
      writing.unlock();
    }
  }

  /** Ends the journal exactly where the commit does that is begun here. */
  private Journal endJournal() {
    writing.lock();
    flushing.lock();
    try {
      Journal full = journal;
      full.force();
      durable = written.get();
      journal = begin(number() + 1);
      if (store.tryCommit() < 0) {
        store.commit();
      }
      return full;
    } finally {
      ended.signalAll();
      flushing.unlock();
      writing.unlock();
    }
  }

  private Journal begin(long number) {
    Journal begun = new Journal(file(number));
    checkpoint.put(NUMBER, number);
    return begun;
  }

  private void deleteOtherJournals() {
    Path current = file(number());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, FILE + "*")) {
      for (Path file : files) {
        if (!file.equals(current)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long number() {
    return checkpoint.getOrDefault(NUMBER, 0L);
  }

  private Path file(long number) {
    return directory.resolve(FILE + number);
  }

  private void requireIntact() {
    if (!isIntact()) {
      throw new IllegalStateException(
          "The disk under " + directory + " failed; see to it and start again.");
    }
  }

  /** What is in memory may not be on disk after a failure, so nothing may follow it. */
  private void orBreak(Runnable onDisk) {
    try {
      onDisk.run();
    } catch (UnusableStoreException e) {
      throw e;
    } catch (RuntimeException e) {
      UnusableStoreException failure = DataDirectory.notWritable(directory, e);
      boolean first = !broken;
      broken = true;
      if (first) {
        LOG.error("Nothing is written any more", e);
        whenDiskFails.accept(failure);
      }
      throw failure;
    }
  }

  /** Commits all, so that nothing is left to carry out again. */
  @Override
  public void close() {
    checkpoints.shutdown();
    boolean over = awaitCheckpoint();
    if (over && isIntact()) {
      checkpoint();
    }
    writing.lock();
    try {
      if (over && isIntact()) {
        store.close(NO_COMPACTION);
      } else {
        // As the last checkpoint left it: what is in memory is in the journal, or was refused.
        store.closeImmediately();
      }
      journal.close();
    } finally {
      writing.unlock();
    }
  }

  private boolean awaitCheckpoint() {
    try {
      return checkpoints.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
