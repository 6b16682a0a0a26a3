package dev.zhaoshang.faults;

import dev.zhaoshang.store.embedded.EmbeddedServer;
import java.nio.file.Path;

/** The embedded store in a process of its own, for several applications and to be killed. */
final class DatabaseServer {

  private DatabaseServer() {}

  /** Keeps its files in the folder of the first argument; prints its URI once it listens. */
  public static void main(String[] args) throws InterruptedException {
    EmbeddedServer server = EmbeddedServer.open(Path.of(args[0]), failure -> System.exit(1));
    System.out.println(server.uri());
    Thread.currentThread().join();
  }
}
