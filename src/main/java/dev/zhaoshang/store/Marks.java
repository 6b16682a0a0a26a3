package dev.zhaoshang.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks on what is stored, gathered for a moment and written together, off the way of whoever sets
 * them. A crash loses those of the last moment, so a mark may only say what can be found out again.
 */
public final class Marks {

  /** So long a mark waits for others. */
  static final Duration MOMENT = Duration.ofMillis(100);

  /** So long it waits when it could not be written. */
  static final Duration LATER = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Marks.class);

  private final Consumer<List<String>> write;
  private final BiConsumer<Runnable, Duration> timer;

  /** Set, and not known to be written. */
  private final Set<String> waiting = new LinkedHashSet<>();

  /**
   * Gathers marks of one kind.
   *
   * @param write marks what has these ids; what it throws is logged, and it is tried again
   * @param timer runs a task once, so much later
   */
  public Marks(Consumer<List<String>> write, BiConsumer<Runnable, Duration> timer) {
    this.write = write;
    this.timer = timer;
  }

  /** Sets a mark on each of these; returns at once. */
  public void set(Collection<String> ids) {
    boolean first;
    synchronized (waiting) {
      first = waiting.isEmpty() && !ids.isEmpty();
      waiting.addAll(ids);
    }
    if (first) {
      timer.accept(this::write, MOMENT);
    }
  }

  /** Writes what waits. */
  public void write() {
    List<String> ids;
    synchronized (waiting) {
      ids = new ArrayList<>(waiting);
    }
    if (ids.isEmpty()) {
      return;
    }
    try {
      write.accept(ids);
    } catch (RuntimeException e) {
      LOG.warn("{} marks wait, and are written later: {}", ids.size(), e.toString());
      timer.accept(this::write, LATER);
      return;
    }
    boolean more;
    synchronized (waiting) {
      ids.forEach(waiting::remove);
      more = !waiting.isEmpty();
    }
    if (more) {
      timer.accept(this::write, MOMENT);
    }
  }
}
