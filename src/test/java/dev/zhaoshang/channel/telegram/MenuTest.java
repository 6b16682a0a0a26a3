package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.channel.telegram.TelegramStandIn.Fault;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.HandClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who sees which commands; the stand-in of the Bot API says what was set where. */
class MenuTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final TelegramStandIn telegram = new TelegramStandIn();
  private final RecordingDoor door = new RecordingDoor();
  private final HandClock clock = new HandClock();
  private final FrontDesk desk = new FrontDesk(clock);
  private final LinkedBlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
  private final TelegramChannel channel =
      new TelegramChannel(
          telegram.config(),
          door,
          desk.reception,
          new Wording(
              language -> "stranger",
              language -> "group",
              (role, language) ->
                  Map.of(role.name().toLowerCase(Locale.ROOT), role + " " + language),
              enclosure -> Optional.empty()),
          new TelegramChannel.Timing(
              new Backoff(Duration.ofSeconds(3), Duration.ofHours(1), () -> 0),
              clock,
              (delay, task) -> {
                // Not the indicator of typing, which waits for a second.
                if (!delay.equals(Duration.ofSeconds(1))) {
                  pauses.add(delay);
                  later.add(task);
                }
              }));

  @AfterEach
  void close() {
    channel.stop(TEN_SECONDS);
    channel.close();
    telegram.close();
  }

  @Test
  void at_first_contact_the_chat_of_a_rep_has_the_menu_of_reps_in_both_languages_once() {
    telegram.push(Updates.text(1, "一"));
    telegram.push(Updates.text(2, "二"));
    channel.start();
    await().until(() -> door.texts().contains("二"));
    await().until(() -> menus("1001").size() == 2);
    assertThat(menus("1001")).containsExactlyInAnyOrder(": REP EN", "zh: REP ZH");
  }

  @Test
  void a_stranger_is_never_offered_a_menu_of_a_role() {
    telegram.push(Updates.textFrom(2002, 1, "hi"));
    telegram.push(Updates.text(2, "二"));
    channel.start();
    await().until(() -> menus("1001").size() == 2);
    assertThat(menus("2002")).isEmpty();
  }

  @Test
  void a_superior_and_an_admin_have_the_menus_of_theirs() {
    hire("boss", Role.SUPERIOR, "2002");
    hire("chief", Role.ADMIN, "3003");
    telegram.push(Updates.textFrom(2002, 1, "一"));
    telegram.push(Updates.textFrom(3003, 2, "二"));
    channel.start();
    await().until(() -> menus("2002").size() == 2 && menus("3003").size() == 2);
    assertThat(menus("2002")).contains("zh: SUPERIOR ZH");
    assertThat(menus("3003")).contains(": ADMIN EN");
  }

  @Test
  void who_becomes_a_superior_has_the_other_menu_before_she_writes_again() {
    telegram.push(Updates.text(1, "一"));
    channel.start();
    await().until(() -> menus("1001").size() == 2);
    desk.directory.save(person("li", Role.SUPERIOR, "1001", true));
    await().until(() -> menus("1001").size() == 4);
    assertThat(menus("1001").subList(2, 4))
        .containsExactlyInAnyOrder(": SUPERIOR EN", "zh: SUPERIOR ZH");
  }

  @Test
  void who_becomes_a_superior_at_another_instance_has_the_other_menu_when_she_writes() {
    telegram.push(Updates.text(1, "一"));
    channel.start();
    await().until(() -> menus("1001").size() == 2);
    hire("li", Role.SUPERIOR, "1001");
    telegram.push(Updates.text(2, "二"));
    await().until(() -> menus("1001").contains("zh: SUPERIOR ZH"));
  }

  @Test
  void who_has_left_sees_what_strangers_see() {
    telegram.push(Updates.text(1, "一"));
    channel.start();
    await().until(() -> menus("1001").size() == 2);
    desk.directory.save(person("li", Role.REP, "1001", false));
    await().until(() -> telegram.calls("deleteMyCommands").size() == 2);
    assertThat(telegram.calls("deleteMyCommands"))
        .allMatch(call -> call.at("/scope/chat_id").asText().equals("1001"));
  }

  @Test
  void who_comes_back_has_a_menu_again_though_another_instance_withdrew_it() {
    telegram.push(Updates.text(1, "一"));
    channel.start();
    await().until(() -> menus("1001").size() == 2);
    desk.directory.save(person("li", Role.REP, "1001", true));
    await().until(() -> menus("1001").size() == 4);
  }

  @Test
  void a_menu_that_cannot_be_set_is_tried_again_and_the_turn_does_not_wait()
      throws InterruptedException {
    channel.start();
    await().until(() -> telegram.calls("setMyCommands").size() == 2);
    telegram.fault(
        "setMyCommands",
        new Fault.Refusal(500, "Internal", 0),
        new Fault.Refusal(429, "Too Many Requests", 30));
    telegram.push(Updates.text(1, "一"));
    await().until(() -> door.texts().contains("一"));
    await().until(() -> later.size() == 2);
    assertThat(pauses).containsExactlyInAnyOrder(Duration.ofSeconds(3), Duration.ofSeconds(30));
    later.take().run();
    later.take().run();
    await().until(() -> menus("1001").size() == 4);
    assertThat(later).isEmpty();
  }

  @Test
  void a_menu_that_was_refused_is_set_at_the_next_contact() {
    channel.start();
    await().until(() -> telegram.calls("setMyCommands").size() == 2);
    telegram.fault("setMyCommands", new Fault.Refusal(400, "Bad Request: chat not found", 0));
    desk.directory.save(person("li", Role.REP, "1001", true));
    await().until(() -> !menus("1001").isEmpty());
    await()
        .untilAsserted(
            () -> {
              desk.directory.save(person("li", Role.REP, "1001", true));
              // the refused one, with the other language beside it or not, and then both
              assertThat(menus("1001").size()).isGreaterThanOrEqualTo(3);
            });
  }

  private void hire(String id, Role role, String account) {
    desk.people.save(person(id, role, account, true));
  }

  private static Person person(String id, Role role, String account, boolean active) {
    return new Person(id, id, role, null, null, active, List.of(new Account("telegram", account)));
  }

  /** What a chat was offered, as {@code <language>: <what the first command does>}. */
  private List<String> menus(String chat) {
    return telegram.calls("setMyCommands").stream()
        .filter(call -> call.at("/scope/chat_id").asText().equals(chat))
        .map(MenuTest::line)
        .toList();
  }

  private static String line(JsonNode call) {
    return call.path("language_code").asText() + ": " + call.at("/commands/0/description").asText();
  }
}
