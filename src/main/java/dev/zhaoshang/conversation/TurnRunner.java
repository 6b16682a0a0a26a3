package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.TurnRecord;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.outbox.Outbox;
import dev.zhaoshang.store.Inbox;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door, and the queue behind it: turns of one rep one after another in the inbox's order,
 * turns of different reps in parallel.
 *
 * <p>Across instances the commit's compare-and-set decides: the instance that received an update
 * runs its rep's turns; should two do so at once, one commit wins and the other goes on from there.
 * What an instance left when it died is found by a slow sweep of the others, by their own monotonic
 * clocks.
 */
public final class TurnRunner implements FrontDoor {

  private static final Logger LOG = LoggerFactory.getLogger(TurnRunner.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Shelves shelves;
  private final TurnHandler handler;
  private final Host host;
  private final Map<String, Queued> queues = new ConcurrentHashMap<>();
  private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
  private Set<String> openAtLastSweep = Set.of();

  /** Runs turns against a store, with whatever brain there is at each turn. */
  public TurnRunner(
      Shelves shelves, Directory directory, Supplier<Brain> brain, Outbox outbox, Host host) {
    this.shelves = shelves;
    this.handler =
        new TurnHandler(
            shelves, directory, brain, outbox, host.clock(), new Dialogue(host.instance()));
    this.host = host;
  }

  /** Somebody waits for the replies of a rep's turn. */
  private record Awaited(String rep, CompletableFuture<List<Reply>> replies) {}

  /** Whether a rep's turns are being run, and whether to look again afterwards. */
  private enum Queued {
    RUNNING,
    RUNNING_AND_WANTED
  }

  @Override
  public Receipt receive(Update update) {
    Awaited waiting =
        awaited.computeIfAbsent(
            update.id(), id -> new Awaited(update.rep(), new CompletableFuture<>()));
    try {
      Inbox.Accepted accepted = shelves.inbox().accept(update, host.clock().instant());
      wake(accepted.entry().rep());
      return new Receipt(update.id(), accepted.first(), waiting.replies());
    } catch (RuntimeException e) {
      awaited.remove(update.id(), waiting);
      throw e;
    }
  }

  /** Runs whatever the store holds of unfinished turns: at start, before channels open. */
  public void recover() {
    shelves.inbox().repsWithOpenEntries().forEach(this::wake);
  }

  /** Takes over turns that were open at the last sweep already. */
  public synchronized void sweep() {
    Set<String> open = new HashSet<>(shelves.inbox().repsWithOpenEntries());
    open.stream().filter(openAtLastSweep::contains).forEach(this::wake);
    openAtLastSweep = open;
  }

  private void wake(String rep) {
    boolean[] start = new boolean[1];
    queues.compute(
        rep,
        (key, queued) -> {
          start[0] = queued == null;
          return queued == null ? Queued.RUNNING : Queued.RUNNING_AND_WANTED;
        });
    if (start[0]) {
      host.executor().execute(() -> run(rep));
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // run catches what goes wrong, and tries again
  private void run(String rep) {
    try {
      drain(rep);
    } catch (RuntimeException e) {
      LOG.warn(
          "Turns of {} wait: {}. They are kept and tried again in {} s",
          rep,
          e.getMessage(),
          RETRY.toSeconds());
      host.executor().schedule(() -> run(rep), RETRY.toMillis(), TimeUnit.MILLISECONDS);
      return;
    }
    boolean[] again = new boolean[1];
    queues.compute(
        rep,
        (key, queued) -> {
          again[0] = queued == Queued.RUNNING_AND_WANTED;
          return again[0] ? Queued.RUNNING : null;
        });
    if (again[0]) {
      host.executor().execute(() -> run(rep));
    }
  }

  private void drain(String rep) {
    Session session = handler.load(rep);
    handler.apply(session);
    Optional<TurnHandler.Committed> turn = handler.next(session);
    while (turn.isPresent()) {
      Session committed = turn.get().session();
      session = committed == null ? handler.load(rep) : committed;
      // Replies are in the outbox before anybody is told of them.
      handler.apply(session);
      if (committed != null && committed.pending() != null) {
        answer(committed.pending().turn());
      }
      turn = handler.next(session);
    }
    settle(rep);
  }

  /** Answers for turns that were committed earlier, or by another instance. */
  private void settle(String rep) {
    awaited.forEach(
        (id, waiting) -> {
          if (waiting.rep().equals(rep)) {
            shelves.turns().find(id).ifPresent(this::answer);
          }
        });
  }

  private void answer(TurnRecord turn) {
    Awaited waiting = awaited.remove(turn.id());
    if (waiting != null) {
      waiting.replies().complete(turn.replies());
    }
  }
}
