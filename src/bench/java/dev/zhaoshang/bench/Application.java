package dev.zhaoshang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application as a process of its own: started by the documented command, on a free
 * port of the loopback address and in a folder of its own.
 */
final class Application implements AutoCloseable {

  private static final List<String> FOREIGN =
      List.of("MONGODB_URI", "API_TOKEN", "TELEGRAM_BOT_TOKEN", "SERVER_ADDRESS");
  private static final int PATIENCE_SECONDS = 120;
  private static final int POLL_MILLIS = 20;

  private final Process process;
  private final Thread killer;
  private final int port;
  private final Chat chat;
  private final Path log;
  private final long startedNanos;

  private Application(Process process, int port, Path log, long startedNanos) {
    this.process = process;
    this.killer = new Thread(process::destroyForcibly);
    this.port = port;
    this.chat = new Chat(port);
    this.log = log;
    this.startedNanos = startedNanos;
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /**
   * Starts it; it is not ready yet.
   *
   * @param folder to start it in; its data is in {@code data} there, and its log
   */
  static Application start(Path folder) {
    return start(folder, Map.of());
  }

  /**
   * Starts it with more in its environment.
   *
   * @param folder as above
   * @param more variables and their values
   */
  static Application start(Path folder, Map<String, String> more) {
    try {
      Files.createDirectories(folder);
      Path log = folder.resolve("application.log");
      int port = freePort();
      ProcessBuilder builder =
          new ProcessBuilder(Jvm.application())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      Map<String, String> environment = builder.environment();
      FOREIGN.forEach(environment::remove);
      environment.put("SERVER_PORT", Integer.toString(port));
      environment.put("DATA_DIR", folder.resolve("data").toString());
      environment.put("DIALOGS_DIR", Path.of("dialogs").toAbsolutePath().toString());
      environment.putAll(more);
      long startedNanos = System.nanoTime();
      return new Application(builder.start(), port, log, startedNanos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Waits for the first turn that is answered.
   *
   * @param rep who says hello
   * @return seconds since the start
   */
  double awaitReady(String rep) {
    while (!chat.greets(rep)) {
      if (!process.isAlive() || secondsUp() > PATIENCE_SECONDS) {
        throw new IllegalStateException("The application is not ready to chat; see " + log);
      }
      Pause.nanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
    return secondsUp();
  }

  private double secondsUp() {
    return (System.nanoTime() - startedNanos) / 1e9;
  }

  /** At which it listens. */
  int port() {
    return port;
  }

  /** Over which it is talked to. */
  Chat chat() {
    return chat;
  }

  /** Seconds of processor time that it has used so far; not-a-number where that is not told. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().map(time -> time.toNanos() / 1e9).orElse(Double.NaN);
  }

  /** Memory of the process, as the kernel counts it. */
  ResidentMemory memory() {
    return ResidentMemory.of(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(killer);
  }
}
