package dev.zhaoshang.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.ErasureOrders;
import dev.zhaoshang.access.Handover;
import dev.zhaoshang.access.Permits;
import dev.zhaoshang.conversation.TurnWatch.Stage;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.Invite;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Session.Outcome;
import dev.zhaoshang.domain.Session.Position;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.outbox.Outbox;
import dev.zhaoshang.store.Marks;
import dev.zhaoshang.store.StoreUnavailableException;
import dev.zhaoshang.understanding.customers.CustomerRows.Listed;
import dev.zhaoshang.understanding.time.TimeReader;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs one rep's turns: reads, decides, commits by one write, applies. The session's version guards
 * the commit, so an entry has one turn, however many instances try.
 */
final class TurnHandler {

  private static final Logger LOG = LoggerFactory.getLogger(TurnHandler.class);

  /** By this name whatever is logged during a turn bears its id. */
  static final String TURN = "turn";

  /** So many sessions are remembered; they are some 10 kB each. */
  private static final int REMEMBERED = 500;

  private static final Set<Update.Kind> READ =
      Set.of(Update.Kind.TEXT, Update.Kind.EDIT, Update.Kind.FORWARD, Update.Kind.FILE);

  private final Shelves shelves;
  private final Directory directory;
  private final SnapshotReader snapshots;
  private final Permits permits;
  private final Supplier<Brain> brain;
  private final Outbox outbox;
  private final InstantSource clock;
  private final TurnWatch watch;
  private final Dialogue dialogue;
  private final Registration registration;
  private final Handover handover;
  private final ErasureOrders erasures;
  private final CustomerLists lists;
  private final SecureRandom random = new SecureRandom();
  private final TimeReader times = TimeReader.load();

  /** On entries whose turns are over. */
  private final Marks marks;

  /** Sessions as this instance committed them, of the reps whose turns ran last. */
  private final Cache<String, Session> latest =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** The turn that this instance applied last, by rep: it need not be applied again. */
  private final Map<String, String> applied = new ConcurrentHashMap<>();

  TurnHandler(
      Shelves shelves, Directory directory, Supplier<Brain> brain, Outbox outbox, Host host) {
    this.shelves = shelves;
    this.directory = directory;
    this.snapshots = new SnapshotReader(shelves.distributors(), shelves.ledgers(), directory);
    this.permits = new Permits(directory, shelves.distributors());
    this.brain = brain;
    this.outbox = outbox;
    this.clock = host.clock();
    this.watch = host.watch();
    this.dialogue = new Dialogue(host.instance());
    this.marks =
        new Marks(ids -> shelves.inbox().markApplied(ids, host.clock().instant()), host::later);
    this.registration = new Registration(shelves.ledgers());
    this.handover = new Handover(shelves.distributors(), shelves.ledgers());
    this.lists = new CustomerLists(shelves.inbox());
    this.erasures = new ErasureOrders(shelves.ledgers());
  }

  /**
   * The rep's session as this instance wrote it last, if it remembers: should another one have
   * written since, the next commit fails and {@link #reload} is called for.
   */
  Session load(String rep) {
    Session remembered = latest.getIfPresent(rep);
    return remembered == null ? reload(rep) : remembered;
  }

  /** The rep's session as it is stored; one that has not begun when there was no turn yet. */
  Session reload(String rep) {
    latest.invalidate(rep);
    return shelves.sessions().find(rep).orElseGet(() -> begun(rep));
  }

  private static Session begun(String rep) {
    Position nowhere = Position.at(States.IDLE);
    return new Session(
        rep,
        0,
        Session.SCHEMA,
        "",
        nowhere,
        List.of(),
        null,
        Language.ZH,
        false,
        0,
        "",
        List.of(),
        null,
        null);
  }

  /**
   * Runs the next turn of a session.
   *
   * @return the committed session; empty when there is no next entry
   */
  Optional<Committed> next(Session session) {
    Optional<InboxEntry> entry =
        watch.time(Stage.NEXT, () -> shelves.inbox().at(session.rep(), session.inboxSeq() + 1));
    return entry.map(e -> commit(session, e));
  }

  /**
   * What became of a turn.
   *
   * @param session as committed; null when another instance committed first
   */
  record Committed(@Nullable Session session) {}

  private Committed commit(Session session, InboxEntry entry) {
    MDC.put(TURN, entry.id());
    Session next = decide(session, entry);
    if (!watch.time(Stage.COMMIT, () -> shelves.sessions().commit(next))) {
      return new Committed(null);
    }
    latest.put(session.rep(), next);
    return new Committed(next);
  }

  private Session decide(Session session, InboxEntry given) {
    InboxEntry entry = given;
    Brain now = brain.get();
    try {
      if (entry.body().kind().isOfRep() && directory.hasLeft(session.rep())) {
        return dialogue.refuse(input(now, session, entry, null));
      }
      Meaning meaning = read(now, session, entry.body());
      if (meaning != null && meaning.command() == null) {
        entry = Labels.tapped(session, given);
        meaning = entry.equals(given) ? meaning : null;
      }
      TurnInput input = input(now, session, entry, meaning);
      Session next = watch.time(Stage.ADVANCE, () -> dialogue.advance(input));
      permits.check(
          Objects.requireNonNull(next.pending()), input.snapshot().distributors().values());
      return next;
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // The latter too: a pattern may run out of stack over some text, and would again.
      LOG.error(
          "Turn {} could not be decided; its text is kept and the rep is told", entry.id(), e);
      return dialogue.apologise(input(now, session, entry, null));
    }
  }

  private TurnInput input(Brain now, Session session, InboxEntry entry, @Nullable Meaning meaning) {
    Listed list = lists.of(now, entry.body());
    Snapshot snapshot =
        watch.time(Stage.READ, () -> snapshots.read(session, entry.body(), meaning, list));
    return new TurnInput(
        session,
        entry,
        meaning,
        list,
        snapshot,
        now.content(),
        now.transitions(),
        now.judge(),
        now.unsure(),
        times,
        clock.instant(),
        Invite.code(random));
  }

  private @Nullable Meaning read(Brain brain, Session session, Update update) {
    if (!READ.contains(update.kind()) || !Typed.isReadable(update.text())) {
      return null;
    }
    String asked = asked(session, update);
    ZonedDateTime now = clock.instant().atZone(brain.content().reminders().usual().zone());
    return watch.time(
        Stage.UNDERSTAND, () -> brain.understanding().read(Typed.clean(update.text()), asked, now));
  }

  private static @Nullable String asked(Session session, Update update) {
    String asked = session.position().asked();
    if (update.kind() == Update.Kind.EDIT) {
      return UndoFlow.of(session.undo(), update.message())
          .map(step -> step.position().asked())
          .orElse(asked);
    }
    return update.about() == null ? asked : update.about().asked();
  }

  /** Marks what a crash left without the mark that its turn is over, from that place on. */
  void markApplied(Session session, long from) {
    shelves.inbox().markApplied(session.rep(), from, session.inboxSeq(), clock.instant());
  }

  /** Writes the marks that wait. */
  void close() {
    marks.write();
  }

  /** Applies what a committed turn left; doing it again changes nothing. */
  void apply(Session session) {
    Outcome pending = session.pending();
    if (pending == null || pending.turn().id().equals(applied.get(session.rep()))) {
      return;
    }
    MDC.put(TURN, pending.turn().id());
    watch.time(Stage.APPLY, () -> apply(pending));
    applied.put(session.rep(), pending.turn().id());
    watch.ended(pending.turn());
    outbox.offer(pending.deliveries());
  }

  private void apply(Outcome pending) {
    pending.changes().forEach(shelves.distributors()::apply);
    registration.apply(pending.ledgers(), pending.turn().at());
    pending.ledgers().forEach(erasures::of);
    pending.people().forEach(directory::save);
    pending.people().forEach(person -> handover.of(person, pending.turn().id()));
    shelves.deliveries().add(pending.deliveries());
    shelves.turns().keep(pending.turn());
    marks.set(List.of(pending.turn().id()));
  }
}
