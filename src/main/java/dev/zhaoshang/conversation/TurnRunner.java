package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.TurnRecord;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.outbox.Outbox;
import dev.zhaoshang.store.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The front door, and the queue behind it: turns of one rep one after another in the inbox's order,
 * turns of different reps in parallel.
 *
 * <p>Across instances the commit's compare-and-set decides: the instance that received an update
 * runs its rep's turns; should two do so at once, one commit wins and the other goes on from there.
 * What an instance left when it died is found by a slow sweep of the others, by their own monotonic
 * clocks.
 */
public final class TurnRunner implements FrontDoor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TurnRunner.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  /** By this name whatever is logged during a rep's turns bears the rep's id. */
  private static final String REP = "rep";

  /** As many turns as the inbox holds. */
  private static final long ALL = Long.MAX_VALUE;

  private final Shelves shelves;
  private final TurnHandler handler;
  private final Host host;

  /** Reps whose turns are being run. */
  private final Map<String, Wanted> wanted = new ConcurrentHashMap<>();

  private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
  private Map<String, Long> openAtLastSweep = Map.of();

  /** Runs turns against a store, with whatever brain there is at each turn. */
  public TurnRunner(
      Shelves shelves, Directory directory, Supplier<Brain> brain, Outbox outbox, Host host) {
    this.shelves = shelves;
    this.handler = new TurnHandler(shelves, directory, brain, outbox, host);
    this.host = host;
  }

  /**
   * What is wanted of a rep's queue.
   *
   * @param upTo place in the inbox up to which turns are wanted
   * @param open the earliest place whose turn may be over without its mark; {@link #ALL} when all
   *     marks are made as a rule
   * @param wakes how often it was woken
   */
  private record Wanted(long upTo, long open, int wakes) {

    Wanted and(Wanted more) {
      return new Wanted(Math.max(upTo, more.upTo), Math.min(open, more.open), wakes + more.wakes);
    }
  }

  /** Somebody waits for the replies of a rep's turn. */
  private record Awaited(String rep, CompletableFuture<List<Reply>> replies) {}

  @Override
  public Receipt receive(Update update) {
    Awaited waiting =
        awaited.computeIfAbsent(
            update.id(), id -> new Awaited(update.rep(), new CompletableFuture<>()));
    try {
      Inbox.Accepted accepted =
          host.watch()
              .time(
                  TurnWatch.Stage.ACCEPT,
                  () -> shelves.inbox().accept(update, host.clock().instant()));
      wake(accepted.entry().rep(), new Wanted(accepted.entry().seq(), ALL, 1));
      return new Receipt(update.id(), accepted.first(), waiting.replies());
    } catch (RuntimeException e) {
      awaited.remove(update.id(), waiting);
      throw e;
    }
  }

  /** Runs whatever the store holds of unfinished turns: at start, before channels open. */
  public void recover() {
    shelves.inbox().earliestOpen().forEach(this::takeOver);
  }

  /** Takes over from reps' earliest open turns on, where they were that at the last sweep too. */
  public synchronized void sweep() {
    Map<String, Long> open = shelves.inbox().earliestOpen();
    open.forEach(
        (rep, place) -> {
          if (place.equals(openAtLastSweep.get(rep))) {
            takeOver(rep, place);
          }
        });
    openAtLastSweep = open;
  }

  private void takeOver(String rep, long place) {
    wake(rep, new Wanted(ALL, place, 1));
  }

  /** Writes what waits to be written together. Turns that are run later are kept, too. */
  @Override
  public void close() {
    handler.close();
  }

  /** How many reps have turns here that are not over. */
  public int waiting() {
    return wanted.size();
  }

  private void wake(String rep, Wanted more) {
    // nothing runs for the rep, or there would be more wakes than this one
    if (wanted.merge(rep, more, Wanted::and).wakes() == more.wakes()) {
      host.executor().execute(() -> run(rep));
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // run catches what goes wrong, and tries again
  private void run(String rep) {
    Wanted now = wanted.getOrDefault(rep, new Wanted(ALL, ALL, 0));
    MDC.put(REP, rep);
    try {
      drain(rep, now);
    } catch (RuntimeException e) {
      LOG.warn(
          "Turns of {} wait: {}. They are kept and tried again in {} s",
          rep,
          e.getMessage(),
          RETRY.toSeconds());
      host.executor().schedule(() -> run(rep), RETRY.toMillis(), TimeUnit.MILLISECONDS);
      return;
    } finally {
      MDC.remove(TurnHandler.TURN);
      MDC.remove(REP);
    }
    // False when it was woken meanwhile, perhaps for an entry that was not there yet.
    if (!wanted.remove(rep, now)) {
      host.executor().execute(() -> run(rep));
    }
  }

  private void drain(String rep, Wanted now) {
    Session session = handler.load(rep);
    handler.apply(session);
    while (session.inboxSeq() < now.upTo()) {
      Optional<TurnHandler.Committed> turn = handler.next(session);
      if (turn.isEmpty()) {
        // What was remembered may be of before another instance's turns, whose entries expired.
        Session stored = handler.reload(rep);
        if (stored.version() == session.version()) {
          break;
        }
        session = stored;
        handler.apply(session);
        continue;
      }
      Session committed = turn.get().session();
      session = committed == null ? handler.reload(rep) : committed;
      // Replies are in the outbox before anybody is told of them.
      handler.apply(session);
      if (committed != null && committed.pending() != null) {
        answer(committed.pending().turn());
      }
    }
    if (now.open() <= session.inboxSeq()) {
      handler.markApplied(session, now.open());
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
