package dev.zhaoshang.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.mongo.MongoStore;
import dev.zhaoshang.store.mongo.RawDocuments;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is old goes, and only that. */
class RetentionTest {

  private static final Instant THEN = Instant.parse("2023-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  @Test
  void handled_updates_go_after_their_time_and_those_that_wait_stay(@TempDir Path dir) {
    try (MongoStore store = MongoStore.open(null, dir, Duration.ofDays(14))) {
      receive(store, "test:1", THEN);
      receive(store, "test:2", NOW);
      receive(store, "test:3", THEN);
      store.inbox().markApplied(List.of("test:1"), THEN);
      store.inbox().markApplied(List.of("test:2"), NOW);

      long gone =
          store
              .retention()
              .expire(NOW.minus(Duration.ofDays(1095)), NOW.minus(Duration.ofDays(14)));

      assertThat(gone).isEqualTo(1);
      assertThat(RawDocuments.all(store))
          .noneMatch(text -> text.contains("test:1"))
          .anyMatch(text -> text.contains("test:2"))
          .anyMatch(text -> text.contains("test:3"));
    }
  }

  private static void receive(MongoStore store, String id, Instant at) {
    store
        .inbox()
        .accept(
            new Update(id, "rep", "test", "chat", Update.Kind.TEXT, "x", null, null, null, ""), at);
  }
}
