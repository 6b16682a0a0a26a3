package dev.zhaoshang.store.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import dev.zhaoshang.store.StoreUnavailableException;
import java.util.function.Supplier;

/** Tells an outage of the server, which passes, from a fault of ours, which does not. */
final class Outage {

  private Outage() {}

  /** Runs an operation; an outage comes out as {@link StoreUnavailableException}. */
  static <T> T guard(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (MongoException e) {
      throw isOutage(e)
          ? new StoreUnavailableException(
              "The database does not answer; nothing was confirmed. It is tried again by itself:"
                  + " check that the server runs. "
                  + e.getMessage(),
              e)
          : e;
    }
  }

  /** Runs an insert; false when an {@code _id} or another unique key is taken. */
  static boolean unlessDuplicate(Runnable insert) {
    return guard(
        () -> {
          try {
            insert.run();
            return true;
          } catch (MongoWriteException e) {
            if (isDuplicate(e.getCode())) {
              return false;
            }
            throw e;
          }
        });
  }

  /** Whether nothing went wrong but that an {@code _id} or another unique key is taken. */
  static boolean isDuplicate(MongoBulkWriteException e) {
    return e.getWriteConcernError() == null
        && e.getWriteErrors().stream().allMatch(error -> isDuplicate(error.getCode()));
  }

  private static boolean isDuplicate(int code) {
    return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
  }

  private static boolean isOutage(MongoException e) {
    if (e instanceof MongoCommandException) {
      return e instanceof MongoNotPrimaryException || e instanceof MongoNodeIsRecoveringException;
    }
    boolean refused =
        e instanceof MongoWriteException
            || (e instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() == null)
            || e instanceof MongoClientException;
    return !refused || e instanceof MongoTimeoutException;
  }
}
