package dev.zhaoshang.store.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets writes return only when they are on disk. One commit serves all writers that wait, and no
 * commit sees half of a write: a document without its index entries would survive a crash as one
 * that can neither be found nor inserted again.
 */
final class GroupCommit {

  private final Runnable commit;
  private final Runnable sync;

  /** Shared by writes, exclusive to a commit. Fair, or writers could keep a commit waiting. */
  private final ReadWriteLock store = new ReentrantReadWriteLock(true);

  private final Lock committing = new ReentrantLock(true);
  private final AtomicLong written = new AtomicLong();
  private volatile long durable;

  /**
   * @param commit writes all changes to the file
   * @param sync forces the file to disk; new writes may go on meanwhile
   */
  GroupCommit(Runnable commit, Runnable sync) {
    this.commit = commit;
    this.sync = sync;
  }

  /** Runs a write and returns its result once it is on disk. */
  <T> T write(Supplier<T> write) {
    T result;
    long ticket;
    store.readLock().lock();
    try {
      result = write.get();
    } finally {
      ticket = written.incrementAndGet();
      store.readLock().unlock();
    }
    commitUpTo(ticket);
    return result;
  }

  /** Runs something that no write may run beside. */
  void exclusively(Runnable task) {
    store.writeLock().lock();
    try {
      task.run();
    } finally {
      store.writeLock().unlock();
    }
  }

  private void commitUpTo(long ticket) {
    committing.lock();
    try {
      if (durable >= ticket) {
        return;
      }
      AtomicLong reached = new AtomicLong();
      exclusively(
          () -> {
            reached.set(written.get());
            commit.run();
          });
      sync.run();
      durable = reached.get();
    } finally {
      committing.unlock();
    }
  }
}
