package dev.zhaoshang.store.mongo;

import com.mongodb.ConnectionString;
import java.util.Objects;

/** The server that {@code TEST_MONGODB_URI} names. */
final class TestServer {

  private TestServer() {}

  /** The same server and options, with a database of a test's own. */
  static String uri(String database) {
    String uri = Objects.requireNonNull(System.getenv("TEST_MONGODB_URI"));
    int options = uri.indexOf('?');
    String before = options < 0 ? uri : uri.substring(0, options);
    String after = options < 0 ? "" : uri.substring(options);
    String named = new ConnectionString(uri).getDatabase();
    String server =
        named == null ? before : before.substring(0, before.length() - named.length() - 1);
    return (server.endsWith("/") ? server : server + "/") + database + after;
  }
}
