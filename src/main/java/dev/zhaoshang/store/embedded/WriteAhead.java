package dev.zhaoshang.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes writes durable before they return. A write is carried out in memory and appended to a
 * journal, which survives the end of this process; one flush of the journal to the disk serves all
 * writers that wait for it. From time to time a checkpoint commits the store, and in the same
 * commit the number of the journal that begins then: after a crash, the store and that journal are
 * together exactly what was done.
 */
final class WriteAhead implements AutoCloseable {

  /** Size of a journal, in bytes, at which it is ended; it is read again in under a second. */
  private static final long CHECKPOINT_SIZE = 4L << 20;

  /** Share of live data in the file, in percent, below which a checkpoint compacts it. */
  private static final int FILL_RATE = 60;

  /** Most that a checkpoint rewrites for compaction, in bytes; writes wait meanwhile. */
  private static final int COMPACTION_SIZE = 4 << 20;

  /** H2 2.4.240 trips over its own free space when it moves chunks while a store closes. */
  private static final int NO_COMPACTION = 0;

  private static final Logger LOG = LoggerFactory.getLogger(WriteAhead.class);

  private static final String FILE = "journal-";
  private static final String NUMBER = "number";

  private final MVStore store;
  private final Path directory;
  private final MVMap<String, Long> checkpoint;

  /** Held while a write is carried out: the journal is in the order in which things happened. */
  private final Lock writing = new ReentrantLock();

  /** Held while the journal is flushed or changed; if both locks are held, the second. */
  private final Lock flushing = new ReentrantLock(true);

  private Journal journal;
  private final AtomicLong written = new AtomicLong();
  private volatile long durable;
  private volatile boolean broken;

  /**
   * Carries out again what the store lacks, and begins a new journal.
   *
   * @param replay carries out a record of the journal
   */
  WriteAhead(MVStore store, Path directory, Consumer<byte[]> replay) {
    this.store = store;
    this.directory = directory;
    this.checkpoint = store.openMap("checkpoint");
    Journal.read(file(number()), replay);
    this.journal = commitAndBegin();
    deleteOtherJournals();
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
      requireIntact();
      if (journal.size() > CHECKPOINT_SIZE) {
        checkpoint();
      }
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

  private void checkpoint() {
    flushing.lock();
    try {
      orBreak(
          () -> {
            store.compact(FILL_RATE, COMPACTION_SIZE);
            Journal ended = journal;
            journal = commitAndBegin();
            durable = written.get();
            ended.close();
            deleteOtherJournals();
          });
    } finally {
      flushing.unlock();
    }
  }

  private Journal commitAndBegin() {
    long next = number() + 1;
    Journal begun = new Journal(file(next));
    checkpoint.put(NUMBER, next);
    store.commit();
    store.sync();
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
    } catch (UncheckedIOException | MVStoreException e) {
      broken = true;
      LOG.error("The disk under {} failed; nothing is written any more", directory, e);
      throw new IllegalStateException("The disk under " + directory + " failed: " + e, e);
    }
  }

  /** Commits all, so that nothing is left to carry out again. */
  @Override
  public void close() {
    writing.lock();
    try {
      if (isIntact()) {
        checkpoint();
      }
      store.close(NO_COMPACTION);
      journal.close();
    } finally {
      writing.unlock();
    }
  }
}
