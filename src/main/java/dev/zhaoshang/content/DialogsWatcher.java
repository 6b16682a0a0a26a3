package dev.zhaoshang.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a folder of dialogs and its sub-folders, and asks for a reload once edits have come to
 * rest. Mounted folders of some hosts report no edits, so it also asks now and then.
 */
public final class DialogsWatcher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DialogsWatcher.class);

  /** An editor writes a file in several steps; half a file would be reported as broken. */
  private static final Duration REST = Duration.ofMillis(300);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int MOST_RESTS = 20;

  private final Path folder;
  private final LiveContent content;
  private final WatchService service;
  private final Thread thread;

  /**
   * Begins to watch.
   *
   * @throws UncheckedIOException when the folder cannot be watched
   */
  public DialogsWatcher(Path folder, LiveContent content) {
    this.folder = folder;
    this.content = content;
    try {
      this.service = folder.getFileSystem().newWatchService();
      register();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot watch " + folder, e);
    }
    this.thread = new Thread(this::watch, "dialogs-watcher");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      service.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot stop watching " + folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      while (true) {
        WatchKey key = service.poll(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        for (int rests = 0; key != null && rests < MOST_RESTS; rests++) {
          forget(key);
          key = service.poll(REST.toMillis(), TimeUnit.MILLISECONDS);
        }
        forget(key);
        reload();
      }
    } catch (ClosedWatchServiceException e) {
      log.debug("Stopped watching {}", folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(@Nullable WatchKey key) {
    if (key != null) {
      key.pollEvents();
      key.reset();
    }
  }

  /** Whatever goes wrong in a reload, the watch goes on. */
  private void reload() {
    try {
      register();
      content.reloadIfChanged();
    } catch (IOException | RuntimeException e) {
      if (e instanceof ClosedWatchServiceException closed) {
        throw closed;
      }
      log.error("Cannot reload {}", folder, e);
    }
  }

  /** Registering a folder again does nothing, so new sub-folders are found this way. */
  private void register() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> folders = walk.filter(Files::isDirectory).toList();
      for (Path each : folders) {
        each.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
  }
}
