package dev.zhaoshang.store.embedded;

import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Samples;
import dev.zhaoshang.store.mongo.MongoStore;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that prints the id of each update as soon as it is acknowledged, until it is killed or
 * the disk fails.
 */
final class AcknowledgedWrites {

  private static final int THREADS = 4;

  /** Makes entries long enough for a checkpoint every thousand. */
  private static final String RAW = "x".repeat(8000);

  private AcknowledgedWrites() {}

  /** The exit code when the disk failed. */
  static final int DISK_FAILED = 3;

  /** Arguments: the data directory, and a name that is new in each run. */
  public static void main(String[] args) {
    MongoStore store =
        MongoStore.open(
            null, Path.of(args[0]), Duration.ofDays(14), AcknowledgedWrites::endBecauseOf);
    for (int i = 0; i < THREADS; i++) {
      String rep = "rep" + i;
      String run = args[1];
      new Thread(() -> writeForEver(store, rep, run)).start();
    }
  }

  /** In a thread of its own: who tells this has to go on. */
  private static void endBecauseOf(UnusableStoreException failure) {
    new Thread(
            () -> {
              System.err.println(failure.getMessage());
              Runtime.getRuntime().halt(DISK_FAILED);
            })
        .start();
  }

  private static void writeForEver(MongoStore store, String rep, String run) {
    for (int n = 0; true; n++) {
      String id = rep + ":" + run + ":" + n;
      store.inbox().accept(update(id, rep), Samples.NOON);
      System.out.println(id);
    }
  }

  static Update update(String id, String rep) {
    return new Update(id, rep, "web", "chat", Update.Kind.TEXT, id, null, null, null, RAW);
  }
}
