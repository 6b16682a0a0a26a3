package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhaoshang.LogLines;
import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.channel.telegram.TelegramStandIn.Fault;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Update.Kind;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.HandClock;
import dev.zhaoshang.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real poller and client against a stand-in on the loopback address. */
class PollerTest {

  @RegisterExtension final LogLines log = new LogLines();

  private final TelegramStandIn telegram = new TelegramStandIn();
  private final RecordingDoor door = new RecordingDoor();
  private final HandClock clock = new HandClock();
  private final FrontDesk desk = new FrontDesk(clock);
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final List<Running> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(Running::stop);
    telegram.close();
  }

  @Test
  void updates_are_kept_in_order_and_then_confirmed() {
    telegram.push(Updates.text(1, "一"));
    telegram.push(Updates.text(2, "二"));
    start();
    await().until(() -> telegram.unconfirmed().isEmpty());
    telegram.push(Updates.text(3, "三"));
    await().until(() -> door.kept().size() == 3);
    assertThat(door.texts()).containsExactly("一", "二", "三");
  }

  @Test
  void a_kill_with_a_full_batch_loses_nothing_and_repeats_no_turn() {
    LongStream.rangeClosed(1, 100).forEach(id -> telegram.push(Updates.text(id, "t" + id)));
    CountDownLatch stuck = new CountDownLatch(1);
    door.before(
        update -> {
          if (update.id().endsWith(":5")) {
            stuck.countDown();
            hang();
          }
        });
    Running killed = start();
    await().until(() -> stuck.getCount() == 0);
    assertThat(telegram.unconfirmed()).hasSize(100);
    killed.stop();

    door.before(update -> {});
    start();
    await().until(() -> telegram.unconfirmed().isEmpty());
    assertThat(door.texts())
        .isEqualTo(LongStream.rangeClosed(1, 100).mapToObj(id -> "t" + id).toList());
    assertThat(door.received()).isEqualTo(104);
  }

  @Test
  void a_store_that_is_away_is_waited_for_and_nothing_is_confirmed_meanwhile() {
    telegram.push(Updates.text(1, "一"));
    telegram.push(Updates.text(2, "二"));
    List<Integer> waiting = new CopyOnWriteArrayList<>();
    door.before(
        update -> {
          if (waiting.size() < 10) {
            waiting.add(telegram.unconfirmed().size());
            throw new StoreUnavailableException("away", new IOException("away"));
          }
        });
    start();
    await().until(() -> telegram.unconfirmed().isEmpty());
    assertThat(waiting).hasSize(10).containsOnly(2);
    assertThat(door.texts()).containsExactly("一", "二");
    assertThat(pauses).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void an_update_that_the_front_door_cannot_take_goes_in_as_unreadable() {
    telegram.push(Updates.text(1, "bad"));
    telegram.push(Updates.text(2, "good"));
    door.before(
        update -> {
          if (update.text().equals("bad")) {
            throw new IllegalStateException("a bug");
          }
        });
    start();
    await().until(() -> telegram.unconfirmed().isEmpty());
    assertThat(door.kept()).extracting(Update::kind).containsExactly(Kind.UNREADABLE, Kind.TEXT);
    assertThat(door.kept().get(0).raw()).contains("bad");
  }

  @Test
  void a_front_door_that_fails_at_everything_for_a_while_loses_nothing() {
    telegram.push(Updates.text(1, "一"));
    telegram.push(Updates.text(2, "二"));
    List<Integer> waiting = new CopyOnWriteArrayList<>();
    door.before(
        update -> {
          if (waiting.size() < 10) {
            waiting.add(telegram.unconfirmed().size());
            throw new IllegalStateException("a bug");
          }
        });
    start();
    await().until(() -> telegram.unconfirmed().isEmpty());
    assertThat(waiting).hasSize(10).containsOnly(2);
    assertThat(door.kept()).extracting(Update::kind).containsExactly(Kind.UNREADABLE, Kind.TEXT);
  }

  @Test
  void an_undecodable_update_blocks_nothing() {
    telegram.push(Updates.text(1, "before"));
    telegram.push(Updates.poison(2));
    telegram.push(Updates.anonymousPoison(3));
    telegram.push(Updates.text(4, "after"));
    start();
    await().until(() -> telegram.unconfirmed().isEmpty());
    assertThat(door.kept())
        .extracting(Update::kind)
        .containsExactly(Kind.TEXT, Kind.UNREADABLE, Kind.TEXT);
    assertThat(log.text()).contains("telegram:4711:2 cannot be read").doesNotContain("hello");
  }

  @Test
  void a_limit_of_the_platform_is_waited_out_as_it_asks() {
    telegram.fault("getUpdates", new Fault.Refusal(429, "Too Many Requests", 17));
    telegram.push(Updates.text(1, "一"));
    start();
    await().until(() -> door.kept().size() == 1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void faults_of_the_platform_and_the_network_are_outlived() {
    telegram.fault(
        "getUpdates",
        new Fault.Refusal(500, "Internal", 0),
        new Fault.Raw(502, "<html>Bad gateway</html>"),
        new Fault.Raw(200, "null"),
        new Fault.Close());
    telegram.push(Updates.text(1, "一"));
    start();
    await().until(() -> door.kept().size() == 1);
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void another_poller_is_named_and_waited_for() {
    telegram.fault(
        "getUpdates",
        new Fault.Refusal(409, "Conflict: terminated by other getUpdates request", 0));
    telegram.push(Updates.text(1, "一"));
    start();
    await().until(() -> door.kept().size() == 1);
    assertThat(log.text()).contains("Somebody else polls with this bot's token");
  }

  @Test
  void a_webhook_that_excludes_polling_is_deleted() {
    telegram.fault(
        "getUpdates",
        new Fault.Refusal(409, "Conflict: can't use getUpdates method while webhook is active", 0));
    telegram.push(Updates.text(1, "一"));
    start();
    await().until(() -> door.kept().size() == 1);
    await().until(() -> telegram.calls("deleteWebhook").size() == 1);
  }

  @Test
  void ids_may_start_anew_after_a_quiet_time() {
    telegram.fault("getUpdates", new Fault.None(), new Fault.Quiet());
    telegram.push(Updates.text(900_000_000, "before"));
    start();
    await().until(() -> offsets().equals(List.of(0L, 900_000_001L, 0L)));
    telegram.push(Updates.text(7, "after"));
    await().until(() -> door.kept().size() == 2);
    assertThat(door.texts()).containsExactly("before", "after");
  }

  @Test
  void strangers_get_one_line_and_leave_nothing() {
    telegram.push(Updates.textFrom(6, 1, "hello"));
    telegram.push(Updates.textFrom(6, 2, "hello?"));
    telegram.push(Updates.text(3, "known"));
    start();
    await().until(() -> telegram.unconfirmed().isEmpty());
    await().until(() -> telegram.texts("6").size() == 1);
    assertThat(telegram.texts("6")).containsExactly("stranger ZH");
    assertThat(door.texts()).containsExactly("known");
    assertThat(desk.people.strangers()).isEqualTo(2);
  }

  @Test
  void a_tap_is_answered() {
    telegram.push(Updates.tap(1, "skip:mobile"));
    start();
    await().until(() -> telegram.calls("answerCallbackQuery").size() == 1);
    assertThat(telegram.calls("answerCallbackQuery").get(0).path("callback_query_id").asText())
        .isEqualTo("tap1");
    assertThat(door.kept()).extracting(Update::button).containsExactly("skip:mobile");
  }

  @Test
  void health_is_the_time_of_the_last_answer() {
    Running running = start();
    assertThat(running.poller().lastPoll()).isEmpty();
    telegram.push(Updates.text(1, "一"));
    await().until(() -> running.poller().lastPoll().isPresent());
    assertThat(running.poller().lastPoll()).contains(clock.instant());
  }

  @Test
  void no_log_shows_the_token_whatever_goes_wrong() {
    telegram.fault(
        "getUpdates",
        new Fault.Refusal(404, "Not Found", 0),
        new Fault.Refusal(401, "Unauthorized", 0),
        new Fault.Raw(200, "/bot" + TelegramStandIn.TOKEN + "/getUpdates"),
        new Fault.Close(),
        new Fault.Refusal(500, "for /bot" + TelegramStandIn.TOKEN + "/getUpdates", 0));
    telegram.push(Updates.text(1, "一"));
    start();
    await().until(() -> door.kept().size() == 1);
    assertThat(pauses).hasSize(5);
    assertThat(log.text()).contains("check TELEGRAM_BOT_TOKEN", "****");
    assertThat(log.text()).doesNotContain(TelegramStandIn.SECRET);
  }

  private List<Long> offsets() {
    return telegram.calls("getUpdates").stream().map(poll -> poll.path("offset").asLong()).toList();
  }

  private Running start() {
    BotApi api = new BotApi(telegram.config(), Duration.ofSeconds(60));
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0);
    Wording wording =
        new Wording(
            language -> "stranger " + language,
            language -> "group",
            (role, language) -> Map.of(),
            enclosure -> Optional.empty());
    Menu menu = new Menu(api, wording.menu(), clock, backoff);
    Courtesy courtesy = new Courtesy(api, wording, clock, menu);
    Pause pause =
        duration -> {
          pauses.add(duration);
          return true;
        };
    Receiver receiver =
        new Receiver(
            new Decoder("4711", Optional::empty),
            desk.reception,
            door,
            courtesy,
            Readers.NONE,
            backoff);
    Poller poller = new Poller(api, receiver, backoff, clock, pause);
    Thread thread = new Thread(poller::run, "poller");
    thread.start();
    Running running = new Running(poller, thread, api);
    started.add(running);
    return running;
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new Killed(e);
    }
  }

  /** Stands for the end of the process. */
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(Throwable cause) {
      super(cause);
    }
  }

  private record Running(Poller poller, Thread thread, BotApi api) {

    void stop() {
      poller.end();
      thread.interrupt();
      api.close();
    }
  }
}
