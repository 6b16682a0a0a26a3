package dev.zhaoshang.store.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.zhaoshang.store.StoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on the server that {@code TEST_MONGODB_URI} names, in a database of its own. */
@EnabledIfEnvironmentVariable(
    named = "TEST_MONGODB_URI",
    matches = ".+",
    disabledReason = "TEST_MONGODB_URI names no server")
class ServerStoreTest extends StoreContract {

  private static final String DATABASE = "contract_" + UUID.randomUUID().toString().substring(0, 8);

  private static MongoStore one;
  private static MongoStore two;
  private static boolean changesInOneStep;

  @BeforeAll
  static void open() {
    String uri = TestServer.uri(DATABASE);
    one = MongoStore.open(uri, Path.of("unused"), Duration.ofDays(14));
    two = MongoStore.open(uri, Path.of("unused"), Duration.ofDays(14));
    try (MongoClient client = MongoClients.create(uri)) {
      Document build = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
      changesInOneStep = !build.containsKey("ferretdb") && !build.containsKey("ferretdbVersion");
    }
  }

  @AfterAll
  static void close() {
    two.close();
    one.close();
    try (MongoClient client = MongoClients.create(System.getenv("TEST_MONGODB_URI"))) {
      client.getDatabase(DATABASE).drop();
    }
  }

  @Override
  protected MongoStore store() {
    return one;
  }

  @Override
  protected MongoStore another() {
    return two;
  }

  @Override
  protected boolean changesInOneStep() {
    return changesInOneStep;
  }
}
