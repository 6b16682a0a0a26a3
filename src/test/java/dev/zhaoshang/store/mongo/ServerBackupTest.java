package dev.zhaoshang.store.mongo;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Backups of the server that {@code TEST_MONGODB_URI} names, in databases of their own. */
@EnabledIfEnvironmentVariable(
    named = "TEST_MONGODB_URI",
    matches = ".+",
    disabledReason = "TEST_MONGODB_URI names no server")
class ServerBackupTest extends BackupContract {

  private static final Path UNUSED = Path.of("unused");
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  @Override
  protected Where full() {
    return new Where(TestServer.uri("full_" + run), UNUSED);
  }

  @Override
  protected Where empty() {
    return new Where(TestServer.uri("empty_" + run), UNUSED);
  }

  @AfterEach
  void drop() {
    drop(full().uri());
    drop(empty().uri());
  }
}
