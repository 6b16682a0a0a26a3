package dev.zhaoshang.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Marks on what is stored, gathered for a moment and written together, off the way of whoever sets
 * them. A crash loses those of the last moment, so a mark may only say what can be found out again.
 */
public final class Marks {

  /** So long a mark waits for others. */
  public static final Duration MOMENT = Duration.ofMillis(100);

  private final Consumer<List<String>> write;
  private final Consumer<Runnable> afterMoment;

  /** Set, and not known to be written. */
  private final Set<String> waiting = new LinkedHashSet<>();

  /**
   * Gathers marks of one kind.
   *
   * @param write marks what has these ids; throws {@link StoreUnavailableException} if it cannot
   * @param afterMoment runs a task once, after a {@link #MOMENT}
   */
  public Marks(Consumer<List<String>> write, Consumer<Runnable> afterMoment) {
    this.write = write;
    this.afterMoment = afterMoment;
  }

  /** Sets a mark on each of these; returns at once. */
  public void set(Collection<String> ids) {
    boolean first;
    synchronized (waiting) {
      first = waiting.isEmpty() && !ids.isEmpty();
      waiting.addAll(ids);
    }
    if (first) {
      afterMoment.accept(this::write);
    }
  }

  /** Whether the mark is set and may not be written yet. */
  public boolean isWaiting(String id) {
    synchronized (waiting) {
      return waiting.contains(id);
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
    } catch (StoreUnavailableException e) {
      afterMoment.accept(this::write);
      return;
    }
    boolean more;
    synchronized (waiting) {
      ids.forEach(waiting::remove);
      more = !waiting.isEmpty();
    }
    if (more) {
      afterMoment.accept(this::write);
    }
  }
}
