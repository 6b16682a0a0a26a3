package dev.zhaoshang.faults;

import com.mongodb.ConnectionString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A database of its own process, behind a wire. */
final class Database implements AutoCloseable {

  /** Of {@link Plan#database}: the embedded store, see {@link DatabaseServer}. */
  static final String OWN = "own";

  private static final String NAME = "/zhaoshang";

  private final String command;
  private final Path folder;
  private final Wire wire;
  private Process process;
  private String uri;

  /**
   * Starts it.
   *
   * @param command prints its URI when it listens, and takes the folder of its files as its last
   *     argument; or {@link #OWN}
   */
  Database(String command, Path folder, Random random) {
    this.command = command;
    this.folder = folder;
    this.wire = new Wire(random);
    this.process = start();
    this.uri = awaitUri(process);
  }

  /** Where the application finds it: by the wire. */
  String uriByWire() {
    return "mongodb://127.0.0.1:" + wire.port() + NAME;
  }

  /** Where it is itself. */
  String uri() {
    return uri;
  }

  Wire wire() {
    return wire;
  }

  /** Kills it, as by a power cut, and starts it again on what it left. */
  void killAndStart() {
    kill();
    process = start();
    uri = awaitUri(process);
  }

  private Process start() {
    try {
      Files.createDirectories(folder);
      List<String> words =
          new ArrayList<>(command.equals(OWN) ? own() : List.of(command.split(" ")));
      words.add(folder.toString());
      Process started =
          new ProcessBuilder(words)
              .redirectError(
                  ProcessBuilder.Redirect.appendTo(folder.resolveSibling("database.log").toFile()))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> own() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-cp",
        System.getProperty("java.class.path"),
        DatabaseServer.class.getName());
  }

  private String awaitUri(Process started) {
    try {
      // what else it prints is not read: it prints little
      BufferedReader lines = started.inputReader();
      String line = lines.readLine();
      while (line != null && !line.startsWith("mongodb://")) {
        line = lines.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("The database does not start: " + command);
      }
      String address = line.strip();
      wire.leadTo(port(address));
      return "mongodb://127.0.0.1:" + port(address) + NAME;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(String address) {
    String host = new ConnectionString(address).getHosts().get(0);
    return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
  }

  private void kill() {
    wire.cut();
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    wire.close();
    kill();
  }
}
