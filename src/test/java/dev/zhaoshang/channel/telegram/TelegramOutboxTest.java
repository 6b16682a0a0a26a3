package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhaoshang.channel.telegram.TelegramStandIn.Fault;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.outbox.Alarm;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.DeliveriesInMemory;
import dev.zhaoshang.outbox.HandClock;
import dev.zhaoshang.outbox.Outbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The outbox with a real sender and client against a stand-in on the loopback address. */
class TelegramOutboxTest {

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), () -> 0);

  private final TelegramStandIn telegram = new TelegramStandIn();
  private final BotApi api = new BotApi(telegram.config(), Duration.ofSeconds(20));
  private final TelegramSender sender =
      new TelegramSender(api, new ChartPainter(), enclosure -> Optional.empty(), chat -> {});
  private final HandClock clock = new HandClock();
  private final DeliveriesInMemory store = new DeliveriesInMemory();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void close() {
    api.close();
    timers.shutdownNow();
    threads.shutdownNow();
    telegram.close();
  }

  @Test
  void a_limit_of_one_chat_slows_that_chat_only_and_keeps_its_order() {
    telegram.fault("sendMessage@1", new Fault.Refusal(429, "Too Many Requests", 30));
    offer(outbox(), entry("1", 1), entry("1", 2), entry("2", 1), entry("2", 2));
    clock.advance(Duration.ofSeconds(29));
    assertThat(telegram.texts("1")).containsExactly("1/1");
    assertThat(telegram.texts("2")).containsExactly("2/1", "2/2");
    clock.advance(Duration.ofSeconds(1));
    assertThat(telegram.texts("1")).containsExactly("1/1", "1/1", "1/2");
  }

  @Test
  void slow_chats_do_not_hold_up_a_fast_one() {
    CountDownLatch answered = new CountDownLatch(1);
    for (int chat = 100; chat < 110; chat++) {
      telegram.fault("sendMessage@" + chat, new Fault.Hang(answered));
      store.add(List.of(entry(String.valueOf(chat), 1)));
    }
    store.add(List.of(entry("2", 1), entry("2", 2)));
    Alarm alarm =
        (delay, task) -> {
          var unused = timers.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        };
    new Outbox(store, List.of(sender), BACKOFF, InstantSource.system(), threads, alarm).start();
    await().until(() -> isSent("2-1#0") && isSent("2-2#0"));
    await().until(() -> telegram.calls("sendMessage").size() == 12);
    assertThat(isSent("100-1#0")).isFalse();
    answered.countDown();
    await().until(() -> isSent("100-1#0"));
  }

  @Test
  void replies_that_wait_for_one_chat_are_joined_into_one_message() {
    offer(
        outbox(),
        LongStream.rangeClosed(1, 7).mapToObj(n -> entry("1", n)).toArray(OutboxEntry[]::new));
    clock.advance(Duration.ofSeconds(5));
    assertThat(telegram.texts("1"))
        .containsExactly("1/1", "1/2", "1/3", "1/4\n\n1/5\n\n1/6\n\n1/7");
    assertThat(LongStream.rangeClosed(1, 7)).allMatch(n -> isSent("1-" + n + "#0"));
  }

  @Test
  void a_joined_message_that_may_have_been_accepted_is_sent_again_as_it_was() {
    telegram.fault(
        "sendMessage",
        new Fault.None(),
        new Fault.None(),
        new Fault.None(),
        new Fault.LoseAnswer(),
        new Fault.Refusal(429, "Too Many Requests", 1),
        new Fault.Refusal(500, "Internal", 0));
    offer(
        outbox(),
        LongStream.rangeClosed(1, 5).mapToObj(n -> entry("1", n)).toArray(OutboxEntry[]::new));
    clock.advance(Duration.ofSeconds(10));
    assertThat(telegram.accepted().stream().map(TelegramStandIn.Accepted::text))
        .containsExactly("1/1", "1/2", "1/3", "1/4\n\n1/5", "1/4\n\n1/5");
    assertThat(store.find("1-5#0").orElseThrow().tries()).isEqualTo(4);
    assertThat(isSent("1-5#0")).isTrue();
  }

  @Test
  void a_joined_message_that_was_refused_is_sent_again_and_none_of_it_is_lost() {
    telegram.fault(
        "sendMessage",
        new Fault.None(),
        new Fault.None(),
        new Fault.None(),
        new Fault.Refusal(429, "Too Many Requests", 1));
    offer(
        outbox(),
        LongStream.rangeClosed(1, 5).mapToObj(n -> entry("1", n)).toArray(OutboxEntry[]::new));
    clock.advance(Duration.ofSeconds(10));
    assertThat(telegram.texts("1"))
        .containsExactly("1/1", "1/2", "1/3", "1/4\n\n1/5", "1/4", "1/5");
    assertThat(isSent("1-5#0")).isTrue();
  }

  @Test
  void a_rep_who_blocked_the_bot_is_seen_in_the_store() {
    telegram.fault("sendMessage@1", new Fault.Refusal(403, "Forbidden: bot was blocked", 0));
    offer(outbox(), entry("1", 1));
    clock.work();
    assertThat(store.find("1-1#0").orElseThrow().failure()).contains("bot was blocked");
  }

  private boolean isSent(String id) {
    return store.find(id).orElseThrow().sentAt() != null;
  }

  private Outbox outbox() {
    Outbox outbox = new Outbox(store, List.of(sender), BACKOFF, clock, clock, clock);
    outbox.start();
    clock.work();
    return outbox;
  }

  private void offer(Outbox outbox, OutboxEntry... entries) {
    store.add(List.of(entries));
    outbox.offer(List.of(entries));
  }

  private OutboxEntry entry(String chat, long seq) {
    return new OutboxEntry(
        chat + "-" + seq + "#0",
        "li",
        "telegram",
        chat,
        seq,
        0,
        OutboxEntry.Priority.INTERACTIVE,
        clock.instant(),
        new Reply("recorded", chat + "/" + seq, null, null, List.of()),
        null,
        0,
        null,
        null,
        null);
  }
}
