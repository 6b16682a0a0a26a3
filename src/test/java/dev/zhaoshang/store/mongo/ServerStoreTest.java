package dev.zhaoshang.store.mongo;

import com.mongodb.ConnectionString;
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
    String uri = withDatabase(System.getenv("TEST_MONGODB_URI"));
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

  /** The same server and options, with the database of this test. */
  private static String withDatabase(String uri) {
    int options = uri.indexOf('?');
    String before = options < 0 ? uri : uri.substring(0, options);
    String after = options < 0 ? "" : uri.substring(options);
    String named = new ConnectionString(uri).getDatabase();
    String server =
        named == null ? before : before.substring(0, before.length() - named.length() - 1);
    return (server.endsWith("/") ? server : server + "/") + DATABASE + after;
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
