package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Erasure;
import dev.zhaoshang.access.ErasureOrders;
import dev.zhaoshang.access.ErasureWorker;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.TurnRecord;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.Outbox;
import dev.zhaoshang.reminder.Reminders;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Ledgers;
import dev.zhaoshang.store.Traces;
import dev.zhaoshang.store.mongo.MongoStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The real front door on a real embedded store, with a clock that is set by hand. */
final class Workbench implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  /** What every platform takes as a button's data. */
  private static final int BUTTON_BYTES = 64;

  final MongoStore store;
  final Shelves shelves;
  TurnRunner runner;
  final Records records;
  final Reminders reminders;
  volatile Instant now = START;

  /** Happens once a turn has read the register of regions, before it is decided. */
  final AtomicReference<Runnable> meanwhile = new AtomicReference<>();

  private final Supplier<TurnRunner> fresh;
  private final Map<String, List<Reply>> latest = new ConcurrentHashMap<>();
  private final String name = UUID.randomUUID().toString();
  private final AtomicInteger ids = new AtomicInteger();
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);

  Workbench(Path dir, Supplier<Brain> brain) {
    this(dir, brain, distributors -> distributors);
  }

  /** With distributors that are not quite those of the store. */
  Workbench(Path dir, Supplier<Brain> brain, UnaryOperator<Distributors> distributors) {
    this(MongoStore.open(null, dir, Duration.ofDays(14)), brain, distributors);
  }

  /** On a store that is open; it is closed with the bench. */
  Workbench(MongoStore open, Supplier<Brain> brain, UnaryOperator<Distributors> distributors) {
    store = open;
    shelves =
        new Shelves(
            store.inbox(),
            store.sessions(),
            store.turns(),
            distributors.apply(store.distributors()),
            new Interrupted(store.ledgers()),
            store.deliveries());
    Outbox outbox =
        new Outbox(
            store.deliveries(),
            List.of(),
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0),
            () -> now,
            executor,
            (delay, task) -> {});
    fresh =
        () ->
            new TurnRunner(
                shelves,
                new Directory(store.people(), () -> now),
                brain,
                outbox,
                new Host("test", () -> now, executor, TurnWatch.NOBODY));
    runner = fresh.get();
    reminders =
        new Reminders(
            store.ledgers(),
            store.distributors(),
            new Directory(store.people(), () -> now),
            runner,
            () -> now);
    records = new StoredRecords(shelves, () -> brain.get().content());
  }

  /** Ledgers between whose reading and the decision something may happen. */
  private final class Interrupted implements Ledgers {
    private final Ledgers stored;

    Interrupted(Ledgers stored) {
      this.stored = stored;
    }

    @Override
    public Ledger find(String id) {
      return stored.find(id);
    }

    @Override
    public List<Ledger> findAll(Collection<String> ids) {
      List<Ledger> read = stored.findAll(ids);
      Runnable happens = ids.contains("territories") ? meanwhile.getAndSet(null) : null;
      if (happens != null) {
        happens.run();
      }
      return read;
    }

    @Override
    public void apply(LedgerChange change) {
      stored.apply(change);
    }

    @Override
    public List<Ledger> due(Instant until, int most) {
      return stored.due(until, most);
    }
  }

  /** Forgets everything but what is stored. */
  void restart() {
    runner = fresh.get();
    runner.recover();
  }

  /** Does what erasures ask for. */
  void erase() {
    eraser("test", store.traces()).sweep();
  }

  /** An instance that does what erasures ask for. */
  ErasureWorker eraser(String instance, Traces traces) {
    return new ErasureWorker(
        new ErasureOrders(store.ledgers()),
        new Erasure(
            store.distributors(),
            store.ledgers(),
            store.turns(),
            traces,
            new Directory(store.people(), () -> now)),
        () -> now,
        instance);
  }

  /** Registers somebody. */
  void hire(String id, Person.Role role) {
    store.people().save(new Person(id, id, role, "team", null, true, List.of()));
  }

  /** Registers somebody who reports to somebody. */
  void hire(String id, String name, Person.Role role, @Nullable String superior) {
    store
        .people()
        .save(
            new Person(
                id, name, role, "team", superior, true, List.of(new Person.Account("test", id))));
  }

  /** Lets time come and everything happen that falls due until then. */
  void until(Instant time) {
    now = time;
    reminders.sweep();
  }

  /** What the rep was sent unasked since the last look, oldest first. */
  List<Reply> unasked(String rep) {
    List<OutboxEntry> sent =
        store.deliveries().after(rep, "test", 0, 1000).stream()
            .filter(entry -> entry.id().startsWith("reminder:") && entry.sentAt() == null)
            .toList();
    store.deliveries().markSent(sent.stream().map(OutboxEntry::id).toList(), now);
    List<Reply> replies = sent.stream().map(OutboxEntry::reply).toList();
    if (!replies.isEmpty()) {
      latest.put(rep, replies);
    }
    return replies;
  }

  List<Reply> say(String rep, String text) {
    return receive(update(rep, Update.Kind.TEXT, text, null, null));
  }

  List<Reply> edit(String rep, String message, String text) {
    return receive(update(rep, Update.Kind.EDIT, text, null, message));
  }

  List<Reply> sayAs(String rep, String message, String text) {
    return receive(update(rep, Update.Kind.TEXT, text, null, message));
  }

  List<Reply> send(String rep, Update.Kind kind) {
    return receive(update(rep, kind, "", null, null));
  }

  /** Taps the latest button with that label. */
  List<Reply> tap(String rep, String label) {
    Button button =
        latest.getOrDefault(rep, List.of()).stream()
            .flatMap(reply -> reply.buttons().stream())
            .filter(b -> b.label().equals(label))
            .reduce((first, second) -> second)
            .orElseThrow(
                () ->
                    new AssertionError(
                        "No button " + label + " under " + latest.getOrDefault(rep, List.of())));
    return press(rep, button.data());
  }

  List<Reply> press(String rep, String data) {
    return receive(update(rep, Update.Kind.BUTTON, "", data, null));
  }

  Update update(
      String rep,
      Update.Kind kind,
      String text,
      @Nullable String button,
      @Nullable String message) {
    String id = "test:" + name + ":" + ids.incrementAndGet();
    return new Update(id, rep, "test", rep, kind, text, button, message, null, text);
  }

  List<Reply> receive(Update update) {
    now = now.plusSeconds(10);
    try {
      List<Reply> replies = runner.receive(update).replies().get(20, TimeUnit.SECONDS);
      latest.put(update.rep(), new ArrayList<>(replies));
      replies.forEach(Workbench::checkButtons);
      return replies;
    } catch (Exception e) {
      throw new AssertionError("No reply to " + update.text(), e);
    }
  }

  /** A button whose data is longer is left out by Telegram's keyboard, and nobody would see why. */
  private static void checkButtons(Reply reply) {
    for (Button button : reply.buttons()) {
      int bytes = button.data().getBytes(StandardCharsets.UTF_8).length;
      if (bytes < 1 || bytes > BUTTON_BYTES || button.label().isBlank()) {
        throw new IllegalStateException("no channel shows " + button + " of " + reply.id());
      }
    }
  }

  TurnRecord turn(String id) {
    return shelves.turns().find(id).orElseThrow();
  }

  Session session(String rep) {
    return shelves.sessions().find(rep).orElseThrow();
  }

  /** The rep's current distributor as it is shown to those who look. */
  Optional<Distributor> current(String rep) {
    String id = session(rep).distributor();
    return records.of(rep).stream().filter(d -> d.id().equals(id)).findFirst();
  }

  @Override
  public void close() {
    executor.shutdownNow();
    store.close();
  }
}
