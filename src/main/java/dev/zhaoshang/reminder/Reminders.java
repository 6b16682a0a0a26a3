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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    int fresh = 1;
    while (fresh > 0) {
      fresh = handIn(ledgers.due(clock.instant(), AT_ONCE));
      all += fresh;
    }
    return all;
  }

  private int handIn(List<Ledger> due) {
    List<FrontDoor.Receipt> receipts = new ArrayList<>();
    Instant now = clock.instant();
    for (Ledger ledger : due) {
      for (LedgerEntry entry : ledger.entries()) {
        if (entry.due() != null && !entry.due().isAfter(now)) {
          owner(ledger.id())
              .ifPresent(rep -> receipts.add(door.receive(update(ledger, entry, rep))));
        }
      }
    }
    wait(receipts);
    return (int) receipts.stream().filter(FrontDoor.Receipt::first).count();
  }

  private static void wait(List<FrontDoor.Receipt> receipts) {
    CompletableFuture<?>[] turns =
        receipts.stream()
            .filter(FrontDoor.Receipt::first)
            .map(FrontDoor.Receipt::replies)
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(turns).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
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
