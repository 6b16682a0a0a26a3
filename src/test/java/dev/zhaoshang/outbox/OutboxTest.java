package dev.zhaoshang.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.outbox.Limits.Rate;
import dev.zhaoshang.outbox.Sender.Result;
import dev.zhaoshang.outbox.Sender.Result.Failed;
import dev.zhaoshang.outbox.Sender.Result.TryAgain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Result LATER = new TryAgain(Duration.ZERO, "500");

  private final HandClock clock = new HandClock();
  private final Instant begin = clock.instant();
  private final Entries entries = new Entries(begin);
  private final DeliveriesInMemory store = new DeliveriesInMemory();
  private final ScriptedSender sender = new ScriptedSender(clock, ScriptedSender.WIDE);
  private final Outbox outbox = started(sender);
  private final ScriptedSender joining =
      new ScriptedSender(clock, ScriptedSender.WIDE) {
        @Override
        public boolean joins(OutboxEntry joined) {
          return true;
        }
      };

  @Test
  void replies_to_one_chat_go_out_by_turn_and_then_by_place() {
    offer(
        entries.interactive("a", 2, 0),
        entries.interactive("a", 1, 1),
        entries.interactive("a", 1, 0));
    clock.work();
    assertThat(sender.ids()).containsExactly("a1#0", "a1#1", "a2#0");
    assertThat(store.find("a2#0").orElseThrow().sentAt()).isEqualTo(begin);
    assertThat(outbox.figures()).isEqualTo(new Outbox.Figures(0, null, 3, 0, 0, 0));
  }

  @Test
  void a_failing_try_holds_up_its_own_chat_only() {
    sender.answer("a1#0", LATER, LATER);
    offer(
        entries.interactive("a", 1, 0),
        entries.interactive("a", 2, 0),
        entries.interactive("b", 1, 0));
    clock.work();
    assertThat(sender.ids()).containsExactlyInAnyOrder("a1#0", "b1#0");
    clock.advance(Duration.ofSeconds(3));
    assertThat(sender.ids()).endsWith("a1#0", "a1#0", "a2#0");
    assertThat(store.find("a1#0").orElseThrow().tries()).isEqualTo(3);
  }

  @Test
  void waits_double_and_a_platform_that_asks_for_more_gets_more() {
    sender.answer("a1#0", LATER, LATER, LATER, new TryAgain(Duration.ofSeconds(40), "429"));
    offer(entries.interactive("a", 1, 0));
    clock.advance(Duration.ofMinutes(1));
    assertThat(seconds()).containsExactly(0L, 1L, 3L, 7L, 47L);
  }

  @Test
  void a_clock_that_is_set_back_holds_nothing_up() {
    sender.answer("a1#0", LATER);
    offer(entries.interactive("a", 1, 0), entries.interactive("b", 1, 0));
    clock.work();
    clock.jump(Duration.ofHours(-2));
    offer(entries.interactive("b", 2, 0), entries.interactive("c", 1, 0));
    clock.advance(Duration.ofMinutes(1));
    assertThat(sender.ids()).containsExactlyInAnyOrder("a1#0", "b1#0", "b2#0", "c1#0", "a1#0");
  }

  @Test
  void a_try_that_seems_to_have_begun_in_the_future_is_waited_for_no_longer_than_any() {
    store.add(List.of(entries.interactive("a", 1, 0).begun(begin.plus(Duration.ofHours(2)))));
    Outbox restarted = started(sender);
    clock.advance(Duration.ofMinutes(2));
    assertThat(sender.ids()).containsExactly("a1#0");
    assertThat(restarted.figures().ambiguous()).isEqualTo(1);
  }

  @Test
  void where_the_platform_drops_what_is_too_much_two_instances_share_the_limit_of_a_chat() {
    Limits limits = new Limits(rate(3, 4), rate(1000, 1));
    ScriptedSender one = dropping(limits);
    ScriptedSender two = dropping(limits);
    Outbox first = started(one);
    Outbox second = started(two);
    List<OutboxEntry> all =
        IntStream.rangeClosed(1, 12).mapToObj(n -> entries.interactive("a", n, 0)).toList();
    store.add(all);
    // Six at each, in turn: neither knows of the other but by the store.
    IntStream.range(0, 12).forEach(i -> (i % 2 == 0 ? first : second).offer(all.subList(i, i + 1)));
    clock.advance(Duration.ofMinutes(2));
    List<Instant> sent =
        Stream.of(one, two)
            .flatMap(sender -> sender.sendings.stream())
            .map(ScriptedSender.Sending::at)
            .sorted()
            .toList();
    assertThat(sent).hasSize(12);
    for (int i = 3; i < sent.size(); i++) {
      // A burst of three, and one each four seconds: so is any window.
      assertThat(Duration.between(sent.get(i - 3), sent.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }
  }

  @Test
  void a_limit_that_a_wrong_clock_used_up_holds_nothing_up() {
    ScriptedSender one = dropping(new Limits(rate(3, 4), rate(1000, 1)));
    Outbox outbox = started(one);
    store.useUp("telegram:a", Instant.EPOCH, begin.plus(Duration.ofHours(3)));
    List<OutboxEntry> some = List.of(entries.interactive("a", 1, 0));
    store.add(some);
    outbox.offer(some);
    clock.work();
    assertThat(one.ids()).containsExactly("a1#0");
  }

  private ScriptedSender dropping(Limits limits) {
    return new ScriptedSender(clock, limits) {
      @Override
      public boolean dropsSurplus() {
        return true;
      }
    };
  }

  @Test
  void bulk_is_overtaken_where_the_platform_limits_us() {
    ScriptedSender slow = new ScriptedSender(clock, new Limits(rate(5, 1), rate(1, 1)));
    Outbox limited = started(slow);
    List<OutboxEntry> added =
        List.of(
            entries.bulk("a", 1),
            entries.bulk("b", 1),
            entries.bulk("c", 1),
            entries.interactive("d", 9, 0));
    store.add(added);
    limited.offer(added.subList(0, 3));
    clock.work();
    limited.offer(added.subList(3, 4));
    clock.advance(Duration.ofSeconds(5));
    assertThat(slow.ids()).containsExactly("a1#0", "d9#0", "b1#0", "c1#0");
    assertThat(slow.sendings.get(3).at()).isEqualTo(begin.plusSeconds(3));
  }

  @Test
  void what_stands_before_something_urgent_in_its_chat_is_urgent_too() {
    ScriptedSender slow = new ScriptedSender(clock, new Limits(rate(5, 1), rate(1, 1)));
    Outbox limited = started(slow);
    List<OutboxEntry> added =
        List.of(
            entries.bulk("a", 1),
            entries.bulk("b", 1),
            entries.bulk("z", 1),
            entries.interactive("z", 2, 0));
    store.add(added);
    limited.offer(added);
    clock.advance(Duration.ofSeconds(5));
    assertThat(slow.ids()).containsExactly("z1#0", "z2#0", "a1#0", "b1#0");
  }

  @Test
  void one_chat_gets_a_short_burst_and_then_one_a_second() {
    ScriptedSender slow = new ScriptedSender(clock, new Limits(rate(3, 1), rate(100, 1)));
    Outbox limited = started(slow);
    List<OutboxEntry> added =
        IntStream.range(0, 5).mapToObj(n -> entries.interactive("a", 1, n)).toList();
    store.add(added);
    limited.offer(added);
    clock.advance(Duration.ofSeconds(5));
    assertThat(slow.sendings.stream().map(s -> Duration.between(begin, s.at()).toSeconds()))
        .containsExactly(0L, 0L, 0L, 1L, 2L);
  }

  @Test
  void a_reply_of_several_messages_takes_so_much_of_the_limit() {
    ScriptedSender slow = new ScriptedSender(clock, new Limits(rate(1, 1), rate(100, 1)));
    slow.sizes.put("a1#0", 4);
    Outbox limited = started(slow);
    List<OutboxEntry> added =
        List.of(entries.interactive("a", 1, 0), entries.interactive("a", 1, 1));
    store.add(added);
    limited.offer(added);
    clock.advance(Duration.ofSeconds(5));
    assertThat(slow.sendings.get(1).at()).isEqualTo(begin.plusSeconds(4));
  }

  @Test
  void what_is_not_due_yet_holds_nothing_up() {
    offer(entries.bulk("a", 1, begin.plusSeconds(60)), entries.interactive("a", 2, 0));
    clock.advance(Duration.ofSeconds(59));
    assertThat(sender.ids()).containsExactly("a2#0");
    clock.advance(SECOND);
    assertThat(sender.ids()).containsExactly("a2#0", "a1#0");
  }

  @Test
  void what_cannot_be_delivered_is_kept_with_its_reason() {
    sender.answer("a1#0", new Failed("403 blocked"));
    offer(entries.interactive("a", 1, 0), entries.interactive("a", 2, 0));
    clock.work();
    assertThat(sender.ids()).containsExactly("a1#0", "a2#0");
    assertThat(store.find("a1#0").orElseThrow().failure()).isEqualTo("403 blocked");
    assertThat(outbox.figures().failed()).isEqualTo(1);
  }

  @Test
  void after_a_day_of_trying_an_entry_is_given_up_and_kept() {
    sender.answer("a1#0", IntStream.range(0, 1000).mapToObj(i -> LATER).toArray(Result[]::new));
    offer(entries.interactive("a", 1, 0), entries.interactive("a", 2, 0));
    clock.advance(Duration.ofHours(25));
    assertThat(store.find("a1#0").orElseThrow().failure()).startsWith("given up after 2");
    assertThat(sender.ids()).endsWith("a1#0", "a2#0");
  }

  @Test
  void what_was_sent_while_the_store_was_away_is_not_sent_twice() {
    ScriptedSender breaking =
        new ScriptedSender(clock, ScriptedSender.WIDE) {
          @Override
          public Result send(OutboxEntry entry) {
            store.down(true);
            return super.send(entry);
          }
        };
    Outbox box = started(breaking);
    store.add(List.of(entries.interactive("a", 1, 0)));
    box.offer(List.of(entries.interactive("a", 1, 0)));
    clock.advance(Duration.ofSeconds(10));
    assertThat(breaking.ids()).containsExactly("a1#0");
    store.down(false);
    clock.advance(Duration.ofSeconds(10));
    assertThat(breaking.ids()).containsExactly("a1#0");
    assertThat(store.find("a1#0").orElseThrow().sentAt()).isNotNull();
  }

  @Test
  void nothing_is_sent_that_the_store_did_not_take_down_before() {
    offer();
    store.add(List.of(entries.interactive("a", 1, 0)));
    store.down(true);
    outbox.offer(List.of(entries.interactive("a", 1, 0)));
    clock.advance(Duration.ofSeconds(5));
    assertThat(sender.ids()).isEmpty();
    store.down(false);
    clock.advance(Duration.ofSeconds(2));
    assertThat(sender.ids()).containsExactly("a1#0");
  }

  @Test
  void after_a_crash_a_try_of_unknown_outcome_is_repeated_once_and_counted() {
    store.add(List.of(entries.interactive("a", 1, 0), entries.interactive("a", 2, 0)));
    store.claim("a1#0", 0, begin);
    Outbox restarted = started(sender);
    clock.advance(Duration.ofSeconds(29));
    assertThat(sender.ids()).isEmpty();
    clock.advance(SECOND);
    assertThat(sender.ids()).containsExactly("a1#0", "a2#0");
    assertThat(restarted.figures().ambiguous()).isEqualTo(1);
  }

  @Test
  void two_instances_send_an_entry_once() {
    ScriptedSender theirs = new ScriptedSender(clock, ScriptedSender.WIDE);
    store.add(List.of(entries.interactive("a", 1, 0), entries.interactive("b", 1, 0)));
    started(theirs);
    clock.advance(Duration.ofMinutes(5));
    List<String> both = new ArrayList<>(sender.ids());
    both.addAll(theirs.ids());
    assertThat(both).containsExactlyInAnyOrder("a1#0", "b1#0");
  }

  @Test
  void two_instances_keep_the_order_of_a_chat() {
    ScriptedSender theirs = new ScriptedSender(clock, ScriptedSender.WIDE);
    Outbox other = started(theirs);
    offer();
    sender.answer("a1#0", new TryAgain(Duration.ofSeconds(3), "429"));
    offer(entries.interactive("a", 1, 0));
    store.add(List.of(entries.interactive("a", 2, 0)));
    other.offer(List.of(entries.interactive("a", 2, 0)));
    clock.advance(SECOND);
    assertThat(theirs.ids()).isEmpty();
    clock.advance(SECOND.multipliedBy(3));
    assertThat(sender.ids()).containsExactly("a1#0", "a1#0");
    assertThat(theirs.ids()).containsExactly("a2#0");
  }

  @Test
  void what_would_go_in_one_message_with_a_reply_that_has_to_wait_waits_with_it() {
    OutboxEntry first = entries.interactive("a", 2, 0);
    OutboxEntry second = entries.interactive("a", 2, 1);
    store.add(List.of(entries.interactive("a", 1, 0), first, second));
    assertThat(attempted(first, second)).hasSize(2).hasOnlyElementsOfType(Attempt.Next.Later.class);
    assertThat(joining.ids()).isEmpty();
  }

  @Test
  void replies_of_several_turns_go_in_one_message() {
    OutboxEntry first = entries.interactive("a", 1, 0);
    OutboxEntry second = entries.interactive("a", 2, 0);
    OutboxEntry third = entries.interactive("a", 3, 0);
    store.add(List.of(first, second, third));
    assertThat(attempted(first, second, third))
        .hasSize(3)
        .hasOnlyElementsOfType(Attempt.Next.Done.class);
    assertThat(joining.ids()).containsExactly("a1#0");
  }

  private List<Attempt.Next> attempted(OutboxEntry... together) {
    Iterator<Item> due = Stream.of(together).map(entry -> new Item(entry, null)).iterator();
    return new Attempt(store, backoff(), clock, new Counts())
        .run(Joining.first(due, joining), joining);
  }

  @Test
  void what_is_offered_before_the_start_follows_what_waited_before() {
    Outbox fresh = new Outbox(store, List.of(sender), backoff(), clock, clock, clock);
    store.add(List.of(entries.interactive("a", 1, 0)));
    store.add(List.of(entries.interactive("a", 2, 0)));
    fresh.offer(List.of(entries.interactive("a", 2, 0)));
    clock.work();
    assertThat(sender.ids()).isEmpty();
    fresh.start();
    clock.work();
    assertThat(sender.ids()).containsExactly("a1#0", "a2#0");
  }

  @Test
  void a_store_that_is_away_at_the_start_is_read_again() {
    store.add(List.of(entries.interactive("a", 1, 0)));
    store.down(true);
    started(sender);
    store.down(false);
    clock.advance(Duration.ofMinutes(1));
    assertThat(sender.ids()).containsExactly("a1#0");
  }

  @Test
  void a_backlog_too_long_for_memory_is_not_overtaken() {
    outbox.stop(Duration.ZERO);
    List<OutboxEntry> backlog = new ArrayList<>();
    for (int seq = 1; seq <= 501; seq++) {
      for (int chat = 0; chat < 20; chat++) {
        backlog.add(entries.bulk("c" + chat + "-", seq));
      }
    }
    store.add(backlog);
    ScriptedSender busy = new ScriptedSender(clock, ScriptedSender.WIDE);
    Outbox box = started(busy);
    OutboxEntry last = entries.interactive("c7-", 502, 0);
    store.add(List.of(last));
    box.offer(List.of(last));
    clock.advance(Duration.ofMinutes(2));
    List<String> seventh = busy.ids().stream().filter(id -> id.startsWith("c7-")).toList();
    assertThat(seventh).hasSize(502);
    assertThat(seventh)
        .isEqualTo(IntStream.rangeClosed(1, 502).mapToObj(i -> "c7-" + i + "#0").toList());
  }

  @Test
  void a_channel_that_is_pulled_is_left_alone() {
    OutboxEntry page = entries.web("a", 1, 0, begin);
    offer(page);
    clock.advance(Duration.ofMinutes(2));
    assertThat(store.find(page.id())).contains(page);
  }

  @Test
  void slow_bulk_leaves_room_for_who_waits_for_an_answer() {
    clock.work();
    List<OutboxEntry> bulk =
        IntStream.range(0, 30).mapToObj(i -> entries.bulk("b" + i + "-", 1)).toList();
    offer(bulk.toArray(OutboxEntry[]::new));
    assertThat(clock.tasks()).isEqualTo(8);
    outbox.offer(List.of(entries.interactive("a", 1, 0)));
    assertThat(clock.tasks()).isEqualTo(9);
  }

  @Test
  void stopping_waits_for_what_is_under_way_and_begins_nothing() {
    clock.work();
    offer(entries.interactive("a", 1, 0), entries.interactive("a", 2, 0));
    assertThat(outbox.stop(Duration.ZERO)).isFalse();
    clock.work();
    assertThat(outbox.stop(Duration.ZERO)).isTrue();
    assertThat(sender.ids()).containsExactly("a1#0");
    assertThat(store.find("a2#0").orElseThrow().tries()).isZero();
  }

  @Test
  void an_answer_does_not_wait_behind_more_reminders_than_fit_in_memory() {
    Limits narrow = new Limits(new Rate(1, SECOND), new Rate(1, SECOND));
    ScriptedSender slow = new ScriptedSender(clock, narrow);
    Outbox full = started(slow);
    List<OutboxEntry> reminders =
        IntStream.range(0, 10_100).mapToObj(n -> entries.bulk("r" + n, 1)).toList();
    store.add(reminders);
    full.offer(reminders);
    OutboxEntry answer = entries.interactive("a", 1, 0);
    store.add(List.of(answer));
    full.offer(List.of(answer));
    clock.advance(Duration.ofSeconds(2));
    assertThat(slow.ids()).hasSizeLessThanOrEqualTo(3).contains("a1#0");
  }

  private void offer(OutboxEntry... added) {
    clock.work();
    store.add(List.of(added));
    outbox.offer(List.of(added));
  }

  private Outbox started(Sender by) {
    Outbox started = new Outbox(store, List.of(by), backoff(), clock, clock, clock);
    started.start();
    clock.work();
    return started;
  }

  private static Backoff backoff() {
    return new Backoff(SECOND, Duration.ofMinutes(5), () -> 0);
  }

  private static Limits.Rate rate(int burst, int seconds) {
    return new Limits.Rate(burst, Duration.ofSeconds(seconds));
  }

  private List<Long> seconds() {
    return sender.sendings.stream().map(s -> Duration.between(begin, s.at()).toSeconds()).toList();
  }
}
