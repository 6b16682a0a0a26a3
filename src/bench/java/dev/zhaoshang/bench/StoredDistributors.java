package dev.zhaoshang.bench;

import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.mongo.MongoStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fills a store, while no application has it open, with distributors that reps told before. */
final class StoredDistributors {

  /** How many the smaller store has; the larger one has the same ones and more. */
  static final int FEW = 100;

  private static final int THREADS = 16;
  private static final Duration KEEP = Duration.ofDays(14);
  private static final Duration TIME_LIMIT = Duration.ofMinutes(3);

  private StoredDistributors() {}

  /**
   * Writes distributors, which belong to the reps in turn.
   *
   * @param dataDir of the embedded store
   */
  static void fill(Path dataDir, int count) {
    ExecutorService writers = Executors.newFixedThreadPool(THREADS);
    try (MongoStore store = MongoStore.open(null, dataDir, KEEP)) {
      List<Future<?>> writes =
          IntStream.range(0, count)
              .<Future<?>>mapToObj(n -> writers.submit(() -> store.distributors().apply(change(n))))
              .collect(Collectors.toList());
      long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
      for (Future<?> write : writes) {
        write.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The store cannot be filled", e);
    } finally {
      writers.shutdownNow();
    }
  }

  /** Mobile number of the n-th. */
  static String mobile(int n) {
    return "138%08d".formatted(n);
  }

  private static DistributorChange change(int n) {
    Phrasebook book = new Phrasebook(new Random(n));
    String turn = "web:filled:" + n;
    Instant at = Instant.EPOCH.plusSeconds(n);
    Map<String, Value> values =
        Map.of(
            "name", new Value.Text(book.name()),
            "company", new Value.Text(book.company()),
            "mobile", new Value.Text(mobile(n)),
            "nature", new Value.Text("affiliated"),
            "mainChannel", new Value.Text("clinical"),
            "clinicalReps", new Value.Count(n % 40),
            "wantedRegions", new Value.Items(List.of(book.city())));
    Map<String, Fact> facts =
        values.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> fact(e.getValue(), turn, at)));
    return new DistributorChange(
        turn + "#0", turn, at, "filled" + n, Reps.id(n % Reps.COUNT), facts, List.of(), "", null);
  }

  private static Fact fact(Value value, String turn, Instant at) {
    return new Fact(value, value.raw().toString(), List.of(), FactState.KNOWN, turn, at, 0.95);
  }
}
