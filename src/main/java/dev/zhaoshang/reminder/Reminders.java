package dev.zhaoshang.reminder;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Reach;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands in at the front door what fell due. The key of an update is made of what is due and when it
 * was planned, so that the inbox takes it once, whoever hands it in and however often.
 */
public final class Reminders {

  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

  /** So many ledgers are read at once; their turns are over before the next are read. */
  private static final int AT_ONCE = 200;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A turn that is over is found within this. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** One entry comes to the same time at most so often; more is no clock that was set back. */
  private static final int MOST_TIMES = 20;

  private static final String PAGE = "web";
  private static final String REP = "rep:";
  private static final String DISTRIBUTOR = "distributor:";

  private final Ledgers ledgers;
  private final Distributors distributors;
  private final Directory directory;
  private final FrontDoor door;
  private final InstantSource clock;

  /** Looks in the store and knocks at the door. */
  public Reminders(
      Ledgers ledgers,
      Distributors distributors,
      Directory directory,
      FrontDoor door,
      InstantSource clock) {
    this.ledgers = ledgers;
    this.distributors = distributors;
    this.directory = directory;
    this.door = door;
    this.clock = clock;
  }

  /**
   * Hands in everything that is due, and waits for its turns.
   *
   * @return how many updates were new
   * @throws dev.zhaoshang.store.StoreUnavailableException when the store cannot be reached; what is
   *     due stays due
   */
  public int sweep() {
    int all = 0;
    Set<String> passed = new HashSet<>();
    List<Ledger> page = page(passed);
    while (!page.isEmpty()) {
      all += handIn(page, passed);
      page = page(passed);
    }
    return all;
  }

  /** The next that are due, past those of which nothing comes. */
  private List<Ledger> page(Set<String> passed) {
    List<Ledger> due = ledgers.due(clock.instant(), AT_ONCE + passed.size());
    // What another instance has done meanwhile need not be read past.
    passed.retainAll(due.stream().map(Ledger::id).collect(Collectors.toSet()));
    return due.stream().filter(ledger -> !passed.contains(ledger.id())).toList();
  }

  /** A due entry, handed in. */
  private record Handed(
      Ledger ledger, LedgerEntry entry, Update update, FrontDoor.Receipt receipt) {}

  /** Hands in what is due in these ledgers; a ledger with nothing new is passed from then on. */
  private int handIn(List<Ledger> due, Set<String> passed) {
    List<Handed> handed = due.stream().flatMap(ledger -> handIn(ledger).stream()).toList();
    List<FrontDoor.Receipt> fresh =
        handed.stream().map(Handed::receipt).filter(FrontDoor.Receipt::first).toList();
    wait(fresh, PATIENCE);
    Set<String> moving =
        handed.stream()
            .filter(one -> one.receipt().first())
            .map(one -> one.ledger().id())
            .collect(Collectors.toSet());
    due.stream().map(Ledger::id).filter(id -> !moving.contains(id)).forEach(passed::add);
    List<Handed> refused =
        handed.stream().filter(one -> passed.contains(one.ledger().id())).toList();
    wait(refused.stream().map(Handed::receipt).toList(), LOOK);
    return fresh.size() + (int) refused.stream().filter(this::repeat).count();
  }

  private List<Handed> handIn(Ledger ledger) {
    Instant now = clock.instant();
    List<Handed> handed = new ArrayList<>();
    for (LedgerEntry entry : ledger.entries()) {
      Optional<String> rep = isDue(entry, now) ? owner(ledger.id()) : Optional.empty();
      if (rep.isPresent()) {
        Update update = update(ledger, entry, rep.get());
        handed.add(new Handed(ledger, entry, update, door.receive(update)));
      }
    }
    return handed;
  }

  private static boolean isDue(LedgerEntry entry, Instant now) {
    return entry.due() != null && !entry.due().isAfter(now);
  }

  /**
   * Hands in once more what is still due after its turn, which happens when it was given a time
   * again that had been, because the clock was set back: else it would be due for good.
   *
   * @return whether that was new
   */
  private boolean repeat(Handed refused) {
    FrontDoor.Receipt receipt = refused.receipt();
    for (int n = 2; n <= MOST_TIMES && isOver(receipt) && isStillDue(refused); n++) {
      receipt = door.receive(refused.update().repeated(n));
      wait(List.of(receipt), LOOK);
      if (receipt.first()) {
        return true;
      }
    }
    return false;
  }

  /** A turn that is not over yet may have its entry due for a while. */
  private static boolean isOver(FrontDoor.Receipt receipt) {
    return receipt.replies().isDone() && !receipt.replies().isCompletedExceptionally();
  }

  private boolean isStillDue(Handed refused) {
    return ledgers
        .find(refused.ledger().id())
        .entry(refused.entry().id())
        .filter(entry -> Objects.equals(entry.due(), refused.entry().due()))
        .isPresent();
  }

  private static void wait(List<FrontDoor.Receipt> receipts, Duration patience) {
    CompletableFuture<?>[] turns =
        receipts.stream().map(FrontDoor.Receipt::replies).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(turns).orTimeout(patience.toSeconds(), TimeUnit.SECONDS).join();
    } catch (RuntimeException e) {
      LOG.warn("Turns of what fell due take long; they are kept and run as soon as they can");
    }
  }

  /** Whose turn it is: the owner of the ledger, or of the distributor. */
  private Optional<String> owner(String ledger) {
    if (ledger.startsWith(REP)) {
      return Optional.of(ledger.substring(REP.length()));
    }
    return ledger.startsWith(DISTRIBUTOR)
        ? distributors.find(ledger.substring(DISTRIBUTOR.length())).map(Distributor::owner)
        : Optional.empty();
  }

  private Update update(Ledger ledger, LedgerEntry entry, String rep) {
    Routine routine = entry instanceof Routine one ? one : null;
    String kind =
        routine == null
            ? entry.getClass().getSimpleName().toLowerCase(Locale.ROOT)
            : routine.sort().id();
    String subject = routine == null ? entry.id() : routine.subject();
    List<Reach> known = ledgers.find(Reach.ledgerOf(rep)).all(Reach.class);
    Optional<Reach> open =
        known.stream().filter(reach -> !reach.lost()).max(Comparator.comparing(Reach::at));
    boolean gone = open.isEmpty() && !known.isEmpty();
    Reach reach = open.orElseGet(() -> gone ? known.get(0) : account(rep));
    String id =
        String.join(":", "reminder", gone ? "gone" : kind, rep, subject, local(ledger, entry, rep));
    Update.Kind what = gone ? Update.Kind.GONE : Update.Kind.DUE;
    return Update.due(
        what, id, rep, reach.id(), reach.chat(), new Ledger.Key(ledger.id(), entry.id()));
  }

  private String local(Ledger ledger, LedgerEntry entry, String rep) {
    Ledger own = ledger.id().equals(Ledger.ofRep(rep)) ? ledger : ledgers.find(Ledger.ofRep(rep));
    Instant planned = entry.due() == null ? clock.instant() : entry.due();
    return planned
        .atZone(Preferences.of(own).zoneOr(Rhythm.USUAL.zone()))
        .toOffsetDateTime()
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }

  /** Who never wrote is reached by the account: a chat of two has its id, or else at the page. */
  private Reach account(String rep) {
    return directory.active(rep).map(Person::accounts).orElse(List.of()).stream()
        .map(account -> new Reach(account.channel(), account.id(), Instant.EPOCH, false))
        .findFirst()
        .orElseGet(() -> new Reach(PAGE, rep, Instant.EPOCH, false));
  }
}
