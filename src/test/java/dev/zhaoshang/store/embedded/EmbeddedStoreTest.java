package dev.zhaoshang.store.embedded;

import dev.zhaoshang.store.StoreContract;
import dev.zhaoshang.store.mongo.MongoStore;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded server. */
class EmbeddedStoreTest extends StoreContract {

  @TempDir private static Path dir;
  private static EmbeddedServer server;
  private static MongoStore one;
  private static MongoStore two;

  @BeforeAll
  static void open() {
    server = EmbeddedServer.open(dir, failure -> {});
    one = MongoStore.open(server.uri(), dir, Duration.ofDays(14));
    two = MongoStore.open(server.uri(), dir, Duration.ofDays(14));
  }

  @AfterAll
  static void close() {
    two.close();
    one.close();
    server.close();
  }

  @Override
  protected MongoStore store() {
    return one;
  }

  @Override
  protected MongoStore another() {
    return two;
  }
}
