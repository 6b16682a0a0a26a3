package dev.zhaoshang.store.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import dev.zhaoshang.store.StoreUnavailableException;
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
 * An insert that finds none under way goes at once.
 */
final class GroupedInserts {

  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private final MongoCollection<RawBsonDocument> collection;
  private final Lock writing = new ReentrantLock();

  /** What goes next; guarded by this. */
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
   * @throws StoreUnavailableException when it is not known what was inserted
   * @throws com.mongodb.MongoException when the server refuses one of these
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
    try {
      Set<Integer> leftOut = group.leftOut.join();
      return IntStream.range(from, from + documents.size()).noneMatch(leftOut::contains);
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreUnavailableException outage) {
        throw outage;
      }
      // a document of somebody, or of these, cannot be stored; the others are not to blame
      return insertEach(documents).isEmpty();
    }
  }

  private void write(Group group) {
    writing.lock();
    try {
      synchronized (this) {
        gathering = new Group();
      }
      group.leftOut.complete(insertEach(group.documents));
    } catch (RuntimeException | Error e) {
      // the others would wait for ever
      group.leftOut.completeExceptionally(e);
    } finally {
      writing.unlock();
    }
  }

  /** Returns the places of those that were left out. */
  private Set<Integer> insertEach(List<RawBsonDocument> documents) {
    return Outage.guard(
        () -> {
          try {
            collection.insertMany(documents, UNORDERED);
            return Set.of();
          } catch (MongoBulkWriteException e) {
            if (!Outage.isDuplicate(e)) {
              throw e;
            }
            return e.getWriteErrors().stream()
                .map(BulkWriteError::getIndex)
                .collect(Collectors.toSet());
          }
        });
  }
}
