package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.store.Deliveries;
import dev.zhaoshang.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Delivers what waits in the store through the sender of its channel: in order to each chat, to
 * several chats at once, at least once. Channels without a sender are pulled ({@link Mailbox}) and
 * left alone.
 *
 * <p>On the normal path entries are offered as they are stored; the store is read at the start, by
 * a slow sweep, and when more waits than is held in memory. A channel with older entries that are
 * not in memory is <em>behind</em>: what is offered to it then stays in the store, so that nothing
 * overtakes.
 */
public final class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** By this name whatever is logged during a delivery bears the id of its turn. */
  private static final String TURN = "turn";

  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final int IN_MEMORY = 10_000;
  private final Deliveries deliveries;
  private final Map<String, Sender> senders;
  private final InstantSource clock;
  private final Executor workers;
  private final Alarm alarm;
  private final Attempt attempt;
  private final Counts counts = new Counts();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final Lanes lanes;
  private final Set<String> behind;

  /** Channels whose entries of earlier lives were all in memory once. */
  private final Set<String> read = new TreeSet<>();

  private boolean running;
  private @Nullable Instant wakeAt;

  /**
   * With where entries are kept and who sends them.
   *
   * @param backoff between tries
   * @param workers runs up to 16 sends at once, each of which may block
   */
  public Outbox(
      Deliveries deliveries,
      List<Sender> senders,
      Backoff backoff,
      InstantSource clock,
      Executor workers,
      Alarm alarm) {
    this.deliveries = deliveries;
    this.senders =
        senders.stream()
            .collect(Collectors.toUnmodifiableMap(Sender::channel, Function.identity()));
    this.clock = clock;
    this.workers = workers;
    this.alarm = alarm;
    this.attempt = new Attempt(deliveries, backoff, clock, counts);
    this.lanes = new Lanes(this.senders);
    this.behind = new TreeSet<>(this.senders.keySet());
  }

  /** Begins to deliver, first what waits in the store. */
  public void start() {
    locked(() -> running = true);
    sweep();
  }

  /**
   * Begins nothing more and waits for what is under way; what waits stays in the store.
   *
   * @return false when something was still under way after {@code patience}
   */
  public boolean stop(Duration patience) {
    lock.lock();
    try {
      running = false;
      long left = patience.toNanos();
      while (!lanes.isQuiet() && left > 0) {
        left = quiet.awaitNanos(left);
      }
      return lanes.isQuiet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Takes entries that were just stored; returns at once. */
  public void offer(List<OutboxEntry> entries) {
    locked(
        () -> {
          for (OutboxEntry entry : entries) {
            if (senders.containsKey(entry.channel()) && isTaken(entry)) {
              lanes.add(entry);
            }
          }
          if (lanes.size() >= IN_MEMORY) {
            behind.addAll(senders.keySet());
          }
        });
    dispatch();
  }

  /** What somebody waits for does not queue behind more reminders than fit in memory. */
  private boolean isTaken(OutboxEntry entry) {
    boolean interactive = entry.priority() == OutboxEntry.Priority.INTERACTIVE;
    return !behind.contains(entry.channel()) || (interactive && read.contains(entry.channel()));
  }

  /** What it did since it started, and what waits in memory. */
  public Figures figures() {
    lock.lock();
    try {
      return new Figures(
          lanes.size(),
          lanes.oldest(clock.instant()).orElse(null),
          counts.sent.sum(),
          counts.failed.sum(),
          counts.again.sum(),
          counts.ambiguous.sum());
    } finally {
      lock.unlock();
    }
  }

  /**
   * What the outbox did since it started.
   *
   * @param waiting entries in memory that are not delivered yet
   * @param oldest since when the one that is due longest waits; null when none is due
   * @param sent accepted by the platform
   * @param failed given up; each is in the store with its failure
   * @param again tries that are repeated
   * @param ambiguous sent again because nobody knows whether the last try delivered
   */
  public record Figures(
      int waiting, @Nullable Instant oldest, long sent, long failed, long again, long ambiguous) {}

  /** Loads what waits in the store, now and then again and again. */
  private void sweep() {
    if (isRunning()) {
      alarm.after(SWEEP, this::sweep);
      workers.execute(() -> senders.keySet().forEach(this::load));
    }
  }

  private void load(String channel) {
    try {
      // The second reading finds what was offered in vain during the first.
      while (loadOnce(channel)) {
        LOG.debug("The outbox of {} has caught up", channel);
      }
    } catch (StoreUnavailableException e) {
      LOG.warn("The outbox of {} cannot be read and is read again later", channel, e);
    }
    dispatch();
  }

  /** Returns whether the channel was behind and is not any more. */
  private boolean loadOnce(String channel) {
    locked(lanes::beginReading);
    List<OutboxEntry> waiting = List.of();
    try {
      waiting = deliveries.waiting(channel, IN_MEMORY);
    } finally {
      List<OutboxEntry> listed = waiting;
      locked(() -> lanes.endReading(listed));
    }
    lock.lock();
    try {
      if (waiting.size() < IN_MEMORY) {
        read.add(channel);
        return behind.remove(channel);
      }
      behind.add(channel);
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Hands to the workers what may be sent now, and sets the alarm for what may be sent later. */
  private void dispatch() {
    List<Item> chosen = new ArrayList<>();
    locked(
        () -> {
          Instant now = clock.instant();
          Optional<Item> next = next(now);
          while (next.isPresent()) {
            chosen.add(next.get());
            next = next(now);
          }
          lanes.nextChange(now).ifPresent(at -> wake(now, at));
        });
    chosen.forEach(item -> workers.execute(() -> deliver(item)));
  }

  private Optional<Item> next(Instant now) {
    return running ? lanes.take(now) : Optional.empty();
  }

  private void wake(Instant now, Instant at) {
    if (running && (wakeAt == null || at.isBefore(wakeAt))) {
      wakeAt = at;
      alarm.after(Duration.between(now, at), this::woken);
    }
  }

  private void woken() {
    locked(() -> wakeAt = null);
    dispatch();
  }

  private void deliver(Item item) {
    List<Attempt.Next> nexts;
    MDC.put(TURN, item.entry().turn());
    try {
      nexts = attempt.run(item, Objects.requireNonNull(senders.get(item.entry().channel())));
    } catch (RuntimeException e) {
      LOG.error("Delivering {} went wrong and is tried again later", item.entry().id(), e);
      Instant at = clock.instant().plus(Lane.MAY_BE_SENDING);
      nexts = item.entries().stream().map(entry -> later(entry, item.result(), at)).toList();
    } finally {
      MDC.remove(TURN);
    }
    List<Attempt.Next> settled = nexts;
    locked(() -> settle(item, settled));
    dispatch();
  }

  private static Attempt.Next later(OutboxEntry entry, Sender.@Nullable Result result, Instant at) {
    return new Attempt.Next.Later(entry, new Item(entry, result), at);
  }

  private void settle(Item item, List<Attempt.Next> nexts) {
    lanes.free(item);
    for (Attempt.Next next : nexts) {
      if (next instanceof Attempt.Next.Later later) {
        lanes.again(later.item(), later.at());
      } else {
        lanes.end(next.entry());
      }
    }
    if (lanes.isQuiet()) {
      quiet.signalAll();
    }
  }

  private boolean isRunning() {
    lock.lock();
    try {
      return running;
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }
}
