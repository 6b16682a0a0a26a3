package dev.zhaoshang.faults;

import dev.zhaoshang.ZhaoshangApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application as a process of its own, which can be killed. */
final class Instance implements AutoCloseable {

  private static final Path JAR =
      Path.of("target", "zhaoshang-bot", "zhaoshang-bot.jar").toAbsolutePath();
  private static final Path ARCHIVE = JAR.resolveSibling("zhaoshang-bot.jsa");
  private static final String LOG = "application.log";
  private static final int LOG_END = 2_000;
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Thread killer;

  private Instance(Process process) {
    this.process = process;
    this.killer = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /**
   * Starts one.
   *
   * @param folder to start it in; its log is there, added to that of earlier lives
   * @param packaged whether the jar is started; else the classes of this process
   * @param environment its settings
   */
  static Instance start(Path folder, boolean packaged, Map<String, String> environment) {
    try {
      Files.createDirectories(folder);
      ProcessBuilder builder =
          new ProcessBuilder(command(packaged))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(LOG).toFile()));
      builder.environment().keySet().removeIf(Instance::isForeign);
      builder.environment().putAll(environment);
      return new Instance(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The end of what those wrote who were started in that folder. */
  static String log(Path folder) {
    try {
      String log = Files.readString(folder.resolve(LOG));
      return log.substring(Math.max(0, log.length() - LOG_END));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isForeign(String variable) {
    return List.of("MONGODB_URI", "API_TOKEN", "SERVER_ADDRESS", "TEST_MONGODB_URI")
        .contains(variable);
  }

  private static List<String> command(boolean packaged) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // started many times and run for seconds: what takes long to pay off is left out
    command.addAll(List.of("-XX:+UseG1GC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx384m"));
    command.addAll(
        packaged
            ? List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-jar", JAR.toString())
            : List.of("-cp", classPath(), ZhaoshangApplication.class.getName()));
    return command;
  }

  /** That of this process, which may be told relative to another folder. */
  private static String classPath() {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return Stream.of(entries)
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Ends it like a power cut ends it, as far as the process is concerned. */
  void kill() {
    end(process.destroyForcibly());
  }

  private void end(Process ended) {
    try {
      if (!ended.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        ended.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      ended.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(killer);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    end(process);
  }
}
