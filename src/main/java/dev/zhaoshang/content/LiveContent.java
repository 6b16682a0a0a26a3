package dev.zhaoshang.content;

import dev.zhaoshang.domain.Language;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content in use. A reload replaces it as a whole or not at all: files with errors leave the
 * last good content in use. Safe for many threads.
 */
public final class LiveContent {

  private static final Logger log = LoggerFactory.getLogger(LiveContent.class);

  private final Dialogs dialogs;
  private final Supplier<DialogFiles> source;
  private final Messages messages = new Messages(List.of(Language.ZH, Language.EN));
  private final List<Consumer<Content>> listeners = new CopyOnWriteArrayList<>();
  private volatile Content content;
  private String seen;

  /**
   * Loads the content for the first time.
   *
   * @param source reads the files as they are now
   * @throws InvalidDialogsException when they break a rule
   */
  public LiveContent(Dialogs dialogs, Supplier<DialogFiles> source) {
    this.dialogs = dialogs;
    this.source = source;
    DialogFiles files = source.get();
    this.content = dialogs.load(files);
    this.seen = files.version();
  }

  /** The content in use. */
  public Content get() {
    return content;
  }

  /** Tells the listener of every later content, before {@link #get()} gives it. */
  public void onChange(Consumer<Content> listener) {
    listeners.add(listener);
  }

  /**
   * Reads the files, and takes them into use when they differ from those seen last and keep the
   * rules. Problems are logged once.
   *
   * @return whether the content in use changed
   */
  public synchronized boolean reloadIfChanged() {
    try {
      DialogFiles files = source.get();
      if (files.version().equals(seen)) {
        return false;
      }
      seen = files.version();
      return take(dialogs.inspect(files));
    } catch (UncheckedIOException e) {
      log.warn(
          messages.text("reload.unreadable", content.version(), String.valueOf(e.getMessage())), e);
      return false;
    }
  }

  private boolean take(Inspection inspection) {
    Content next = inspection.content().orElse(null);
    if (next == null) {
      StringBuilder report = new StringBuilder(messages.text("reload.kept", content.version()));
      inspection.problems().forEach(p -> report.append('\n').append(messages.text(p)));
      log.error("{}", report);
      return false;
    }
    if (next.version().equals(content.version())) {
      return false;
    }
    for (Consumer<Content> listener : listeners) {
      listener.accept(next);
    }
    content = next;
    log.info("{}", messages.text("reload.done", next.version()));
    return true;
  }
}
