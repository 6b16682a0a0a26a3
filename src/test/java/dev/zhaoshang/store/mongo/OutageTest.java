package dev.zhaoshang.store.mongo;

import static dev.zhaoshang.store.Samples.NOON;
import static dev.zhaoshang.store.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.zhaoshang.store.StoreUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens while the server is away. */
class OutageTest {

  private static final Path UNUSED = Path.of("unused");
  private static final Duration KEEP = Duration.ofDays(14);

  @Test
  void an_outage_is_told_and_the_store_works_again_when_the_server_is_back() {
    MongoServer server = new MongoServer(H2Backend.inMemory());
    InetSocketAddress address = server.bind();
    String uri =
        "mongodb://127.0.0.1:"
            + address.getPort()
            + "/?serverSelectionTimeoutMS=500&heartbeatFrequencyMS=500";
    try (MongoStore store = MongoStore.open(uri, UNUSED, KEEP)) {
      store.inbox().accept(update("before", "rep"), NOON);
      server.shutdownNow();
      assertThatThrownBy(() -> store.inbox().accept(update("during", "rep"), NOON))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(store::ping).isInstanceOf(StoreUnavailableException.class);
      server = new MongoServer(H2Backend.inMemory());
      server.bind(address);
      assertThat(acceptOnceBack(store)).isTrue();
    } finally {
      server.shutdownNow();
    }
  }

  /** The driver looks for the server twice a second; each try waits for that. */
  private static boolean acceptOnceBack(MongoStore store) {
    for (int tries = 0; tries < 20; tries++) {
      try {
        return store.inbox().accept(update("after", "rep"), NOON).first();
      } catch (StoreUnavailableException e) {
        // not seen yet
      }
    }
    return false;
  }

  @Test
  void a_server_that_is_not_there_ends_the_start_with_its_host_and_without_its_password() {
    String uri = "mongodb://someone:secret@127.0.0.1:1/db?serverSelectionTimeoutMS=200";
    assertThatThrownBy(() -> MongoStore.open(uri, UNUSED, KEEP))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("MONGODB_URI")
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
  }

  private static String stackTrace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
