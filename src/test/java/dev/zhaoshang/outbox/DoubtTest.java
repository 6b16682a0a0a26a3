package dev.zhaoshang.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.outbox.Sender.Result;
import dev.zhaoshang.outbox.Sender.Result.TryAgain;
import dev.zhaoshang.store.Deliveries;
import dev.zhaoshang.store.mongo.MongoStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may have been accepted comes again as it came, before anything that follows it. */
class DoubtTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Result LOST = new TryAgain(Duration.ZERO, "no answer", true);
  private static final Result REFUSED = new TryAgain(Duration.ZERO, "429");

  private final HandClock clock = new HandClock();
  private final Instant begin = clock.instant();
  private final Entries entries = new Entries(begin);
  private final DeliveriesInMemory memory = new DeliveriesInMemory();
  private final List<String> texts = new ArrayList<>();

  /** Takes few messages, so that several replies go as one. */
  private final ScriptedSender sender = new Writing();

  private class Writing extends ScriptedSender {

    Writing() {
      super(clock, new Limits(new Limits.Rate(1, Duration.ofSeconds(5)), WIDE.all()));
    }

    @Override
    public boolean joins(OutboxEntry joined) {
      return true;
    }

    @Override
    public Result send(OutboxEntry entry) {
      texts.add(entry.reply().text());
      return super.send(entry);
    }
  }

  /** Stands for the end of the process. */
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1L;
  }

  @Test
  void what_went_in_one_message_goes_so_again_when_its_answer_was_lost() {
    sender.answer("a1#0", LOST);
    Outbox outbox = delivered(memory, 1, 2);
    assertThat(texts).containsExactly("1\n\n2", "1\n\n2");
    assertThat(tries(memory, "a1#0", "a2#0")).containsExactly(2, 2);
    assertThat(outbox.figures().ambiguous()).isEqualTo(2);
  }

  @Test
  void it_does_so_after_a_try_that_was_refused_too() {
    sender.answer("a1#0", LOST, REFUSED);
    delivered(memory, 1, 2);
    assertThat(texts).containsExactly("1\n\n2", "1\n\n2", "1\n\n2");
  }

  @Test
  void what_was_refused_from_the_first_is_not_in_doubt() {
    sender.answer("a1#0", REFUSED);
    Outbox outbox = delivered(memory, 1, 2);
    assertThat(texts).containsExactly("1\n\n2", "1", "2");
    assertThat(outbox.figures().ambiguous()).isZero();
  }

  @Test
  void what_came_meanwhile_follows_it() {
    sender.answer("a1#0", LOST);
    Outbox outbox = started(memory);
    offer(outbox, memory, entry(1), entry(2));
    clock.work();
    offer(outbox, memory, entry(3));
    clock.advance(MINUTE);
    assertThat(texts).containsExactly("1\n\n2", "1\n\n2", "3");
  }

  @Test
  void a_reminder_that_was_not_due_then_does_not_come_between() {
    sender.answer("a1#0", LOST);
    Outbox outbox = started(memory);
    OutboxEntry reminder = entries.bulk("a", 2, begin.plusSeconds(1));
    offer(outbox, memory, entry(1), reminder, entry(3));
    clock.advance(MINUTE);
    assertThat(texts).containsExactly("1\n\n3", "1\n\n3", "text");
  }

  @Test
  void what_went_in_one_message_goes_so_again_after_a_kill(@TempDir Path dir) {
    ScriptedSender killed =
        new Writing() {
          @Override
          public Result send(OutboxEntry entry) {
            super.send(entry);
            throw new Killed();
          }
        };
    try (MongoStore store = MongoStore.open(null, dir, Duration.ofDays(14))) {
      HandClock life = new HandClock();
      Outbox outbox = started(store.deliveries(), killed, life);
      offer(outbox, store.deliveries(), entry(1), entry(2), entry(3));
      assertThatThrownBy(() -> life.advance(MINUTE)).isInstanceOf(Killed.class);
    }
    try (MongoStore store = MongoStore.open(null, dir, Duration.ofDays(14))) {
      Outbox outbox = started(store.deliveries());
      clock.advance(MINUTE);
      assertThat(texts).containsExactly("1\n\n2\n\n3", "1\n\n2\n\n3");
      assertThat(tries(store.deliveries(), "a1#0", "a2#0", "a3#0")).containsExactly(2, 2, 2);
      assertThat(outbox.figures().ambiguous()).isEqualTo(3);
    }
  }

  @Test
  void what_cannot_go_as_it_went_waits() {
    List<OutboxEntry> both = List.of(entry(2), entry(3));
    memory.add(both);
    both.forEach(entry -> memory.claim(entry.id(), 0, begin));
    List<Item> due =
        both.stream().map(entry -> new Item(stored(memory, entry.id()), null)).toList();
    // another instance tries the second
    memory.claim("a3#0", 1, begin);
    Counts counts = new Counts();
    List<Attempt.Next> nexts =
        new Attempt(memory, backoff(), clock, counts)
            .run(Joining.first(due.iterator(), sender), sender);
    assertThat(texts).isEmpty();
    assertThat(counts.ambiguous.sum()).as("nothing was sent again").isZero();
    assertThat(nexts).hasSize(2).hasOnlyElementsOfType(Attempt.Next.Later.class);
    assertThat(stored(memory, "a2#0").sendingSince()).isNotNull();
  }

  @Test
  void what_is_in_doubt_stays_so_while_the_store_is_down() {
    OutboxEntry entry = entry(1);
    memory.add(List.of(entry));
    memory.claim(entry.id(), 0, begin);
    Item inDoubt = new Item(stored(memory, entry.id()), null);
    // a day later it would be given up, which cannot be written; then the clock is put right
    AtomicReference<Instant> now = new AtomicReference<>(begin.plus(Attempt.PATIENCE));
    Attempt attempt = new Attempt(memory, backoff(), now::get, new Counts());
    Sender refusing =
        new Writing() {
          @Override
          public Result send(OutboxEntry sent) {
            memory.down(true);
            return REFUSED;
          }
        };
    Item unrecorded = again(attempt.run(inDoubt, refusing));
    memory.down(false);
    now.set(begin);
    assertThat(again(attempt.run(unrecorded, refusing)).inDoubt()).isTrue();
    assertThat(stored(memory, entry.id()).sendingSince()).isNotNull();
  }

  private static Item again(List<Attempt.Next> nexts) {
    assertThat(nexts).singleElement().isInstanceOf(Attempt.Next.Later.class);
    return ((Attempt.Next.Later) nexts.get(0)).item();
  }

  private Outbox delivered(Deliveries store, long... turns) {
    Outbox outbox = started(store);
    OutboxEntry[] added = new OutboxEntry[turns.length];
    for (int i = 0; i < turns.length; i++) {
      added[i] = entry(turns[i]);
    }
    offer(outbox, store, added);
    clock.advance(MINUTE);
    return outbox;
  }

  private OutboxEntry entry(long seq) {
    Reply reply = new Reply("recorded", Long.toString(seq), null, null, List.of());
    return entries.interactive("a", seq, 0).saying(reply);
  }

  private static void offer(Outbox outbox, Deliveries store, OutboxEntry... added) {
    store.add(List.of(added));
    outbox.offer(List.of(added));
  }

  private Outbox started(Deliveries store) {
    return started(store, sender, clock);
  }

  private static Outbox started(Deliveries store, Sender by, HandClock life) {
    Outbox started = new Outbox(store, List.of(by), backoff(), life, life, life);
    started.start();
    life.work();
    return started;
  }

  private static Backoff backoff() {
    return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), () -> 0);
  }

  private static List<Integer> tries(Deliveries store, String... ids) {
    return List.of(ids).stream().map(id -> stored(store, id).tries()).toList();
  }

  private static OutboxEntry stored(Deliveries store, String id) {
    return Objects.requireNonNull(store.find(id).orElse(null), id);
  }
}
