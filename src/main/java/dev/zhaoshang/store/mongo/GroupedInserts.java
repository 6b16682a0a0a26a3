package dev.zhaoshang.store.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.RawBsonDocument;

/**
 * Inserts of several threads in one command: what comes while one is under way goes with the next.
 * Whoever comes while none is does not wait for others.
 */
final class GroupedInserts {

  private static final InsertManyOptions EACH = new InsertManyOptions().ordered(false);

  private final MongoCollection<RawBsonDocument> collection;
  private final Lock writing = new ReentrantLock();

  /** What goes next; of this object's monitor. */
  private Group gathering = new Group();

  GroupedInserts(MongoCollection<RawBsonDocument> collection) {
    this.collection = collection;
  }

  /** Documents of one command; the thread that begins it writes it. */
  private static final class Group {

    final List<RawBsonDocument> documents = new ArrayList<>();

    /** Places of those that were left out: their id or another unique key is taken. */
    final CompletableFuture<Set<Integer>> leftOut = new CompletableFuture<>();
  }

  /**
   * Inserts documents; those whose id or another unique key is taken are left out.
   *
   * @return whether none was left out
   * @throws dev.zhaoshang.store.StoreUnavailableException when it is not known what was inserted
   */
  boolean insert(List<RawBsonDocument> documents) {
    if (documents.isEmpty()) {
      return true;
    }
    Group group;
    int from;
    synchronized (this) {
      group = gathering;
      from = group.documents.size();
      group.documents.addAll(documents);
    }
    if (from == 0) {
      write(group);
    }
    Set<Integer> leftOut = leftOut(group);
    return IntStream.range(from, from + documents.size()).noneMatch(leftOut::contains);
  }

  private void write(Group group) {
    writing.lock();
    try {
      synchronized (this) {
        gathering = new Group();
      }
      group.leftOut.complete(Outage.guard(() -> insertEach(group.documents)));
    } catch (RuntimeException | Error e) {
      // the others would wait for ever
      group.leftOut.completeExceptionally(e);
    } finally {
      writing.unlock();
    }
  }

  private Set<Integer> insertEach(List<RawBsonDocument> documents) {
    try {
      collection.insertMany(documents, EACH);
      return Set.of();
    } catch (MongoBulkWriteException e) {
      if (!Outage.isDuplicate(e)) {
        throw e;
      }
      return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
    }
  }

  private static Set<Integer> leftOut(Group group) {
    try {
      return group.leftOut.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
