package dev.zhaoshang.bench;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.store.mongo.MongoStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Fills a store, while no application has it open, with reps of whom something is due. */
final class DueReps {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int THREADS = 16;
  private static final long PATIENCE_SECONDS = 180;
  private static final long FIRST_ACCOUNT = 100_000;
  private static final long FIRST_TALKER = 900_000;

  private DueReps() {}

  /** Telegram account of the n-th who is reminded. */
  static long account(int n) {
    return FIRST_ACCOUNT + n;
  }

  /** Telegram account of the n-th who talks meanwhile. */
  static long talker(int n) {
    return FIRST_TALKER + n;
  }

  /**
   * Writes them.
   *
   * @param due how many have a check-in due within the minute that begins at {@code from}
   * @param talkers how many have nothing due, and talk
   */
  static void fill(Path dataDir, int due, int talkers, Instant from) {
    ExecutorService writers = Executors.newFixedThreadPool(THREADS);
    try (MongoStore store = MongoStore.open(null, dataDir, Duration.ofDays(14))) {
      IntStream.range(0, talkers)
          .forEach(n -> writers.execute(() -> enrol(store, "talker" + n, talker(n))));
      IntStream.range(0, due)
          .forEach(
              n ->
                  writers.execute(
                      () -> {
                        enrol(store, "due" + n, account(n));
                        long millis = TimeUnit.MINUTES.toMillis(1) * n / due;
                        plan(store, "due" + n, from.plusMillis(millis));
                      }));
      writers.shutdown();
      if (!writers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The store cannot be filled in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      writers.shutdownNow();
    }
  }

  private static void enrol(MongoStore store, String id, long account) {
    Person.Account telegram = new Person.Account("telegram", Long.toString(account));
    store.people().save(new Person(id, id, Person.Role.REP, "team", null, true, List.of(telegram)));
  }

  private static void plan(MongoStore store, String rep, Instant at) {
    LocalDate today = at.atZone(ZONE).toLocalDate();
    Routine routine = Routine.of(Routine.Kind.AGAIN, today, at);
    store
        .ledgers()
        .apply(
            new LedgerChange(Ledger.ofRep(rep), rep, "bench:" + rep, List.of(routine), List.of()));
  }
}
