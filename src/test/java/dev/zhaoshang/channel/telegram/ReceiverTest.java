package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.domain.Invite;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reach;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.HandClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an update sets off besides its turn. */
class ReceiverTest {

  private static final String CODE = "ABCDEFGHIJKLMNOP";

  private final TelegramStandIn telegram = new TelegramStandIn();
  private final RecordingDoor door = new RecordingDoor();
  private final HandClock clock = new HandClock();
  private final FrontDesk desk = new FrontDesk(clock);
  private final BotApi api = new BotApi(telegram.config(), Duration.ofSeconds(20));
  private final Wording wording =
      new Wording(
          language -> "stranger",
          language -> "group",
          (role, language) -> Map.of(),
          enclosure -> Optional.empty());

  @AfterEach
  void close() {
    api.close();
    telegram.close();
  }

  @Test
  void a_tap_is_answered_and_its_button_ticked() {
    take(Updates.tap(7, "pick:d:nature:company").replace("'text':'?'", "'text':'?'"));
    await().until(() -> telegram.calls("answerCallbackQuery").size() == 1);
    assertThat(telegram.calls("editMessageReplyMarkup")).isEmpty();
    String keyboard =
        "\"text\":\"?\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"✓ 个人\","
            + "\"callback_data\":\"pick:d:nature:individual\"},{\"text\":\"公司\","
            + "\"callback_data\":\"pick:d:nature:company\"}]]}";
    take(Updates.tap(8, "pick:d:nature:company").replace("\"text\":\"?\"", keyboard));
    await().until(() -> telegram.calls("editMessageReplyMarkup").size() == 1);
    JsonNode edit = telegram.calls("editMessageReplyMarkup").get(0);
    assertThat(edit.path("message_id").asInt()).isEqualTo(77);
    assertThat(edit.at("/reply_markup/inline_keyboard/0"))
        .extracting(button -> button.path("text").asText())
        .containsExactly("个人", "✓ 公司");
  }

  @Test
  void a_button_is_ticked_once_the_turn_has_decided_and_never_when_it_no_longer_fits() {
    String keyboard =
        "\"text\":\"?\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"公司\","
            + "\"callback_data\":\"pick:d:nature:company\"}]]}";
    String tap = Updates.tap(8, "pick:d:nature:company").replace("\"text\":\"?\"", keyboard);
    CompletableFuture<List<Reply>> decided = new CompletableFuture<>();
    door.answer(decided);
    take(tap);
    await().until(() -> telegram.calls("answerCallbackQuery").size() == 1);
    door.answer(
        CompletableFuture.completedFuture(List.of(new Reply("stale", "x", null, null, List.of()))));
    take(tap.replace("\"update_id\":8", "\"update_id\":9"));
    await().until(() -> telegram.calls("answerCallbackQuery").size() == 2);
    assertThat(telegram.calls("editMessageReplyMarkup")).isEmpty();
    decided.complete(List.of());
    await().until(() -> telegram.calls("editMessageReplyMarkup").size() == 1);
  }

  @Test
  void a_stranger_who_says_hello_has_all_tries_of_a_code_left() {
    invite();
    for (int i = 0; i < 9; i++) {
      take(Updates.textFrom(2002, i + 1, "hello"));
    }
    take(Updates.textFrom(2002, 10, "/start " + CODE));
    assertThat(door.received()).isEqualTo(1);
    assertThat(telegramTexts("2002")).containsExactly("stranger");
  }

  @Test
  void somebody_who_waits_for_more_than_a_second_sees_that_somebody_types() {
    CompletableFuture<List<Reply>> answer = new CompletableFuture<>();
    Receiver slow =
        receiver(update -> new FrontDoor.Receipt(update.id(), true, answer), desk, clock);
    take(slow, Updates.text(1, "一"));
    clock.advance(Duration.ofMillis(900));
    assertThat(telegram.calls("sendChatAction")).isEmpty();
    clock.advance(Duration.ofSeconds(5));
    await().until(() -> telegram.calls("sendChatAction").size() == 2);
    answer.complete(List.of());
    clock.advance(Duration.ofMinutes(1));
    assertThat(telegram.calls("sendChatAction")).hasSize(2);
  }

  @Test
  void a_quick_answer_shows_nobody_typing() {
    take(Updates.text(1, "一"));
    clock.advance(Duration.ofMinutes(1));
    assertThat(telegram.calls("sendChatAction")).isEmpty();
  }

  @Test
  void a_group_is_pointed_to_the_private_chat_once_an_hour() {
    take(Updates.text(1, "/help").replace("private", "group"));
    take(Updates.text(2, "/status").replace("private", "group"));
    await().until(() -> telegram.texts("1001").equals(List.of("group")));
    assertThat(door.received()).isZero();
    assertThat(telegram.texts("1001")).hasSize(1);
  }

  @Test
  void a_superior_tells_from_the_group_that_it_is_to_have_the_digest_and_a_rep_cannot() {
    String said = Updates.text(1, "/digest@the_bot").replace("private", "group");
    take(said);
    assertThat(door.received()).isZero();
    desk.people.save(desk.people.find("li").map(ReceiverTest::asSuperior).orElseThrow());
    take(said);
    assertThat(door.kept())
        .extracting(Update::rep, Update::text, Update::chat)
        .containsExactly(tuple("li", "/digest", "1001"));
    assertThat(desk.reachability.best("li")).isEmpty();
  }

  @Test
  void a_superior_says_nothing_else_to_the_assistant_in_a_group() {
    desk.people.save(desk.people.find("li").map(ReceiverTest::asSuperior).orElseThrow());
    List<String> others =
        List.of("/digest 导出团队客户", "/digest 李大海 13912345679", "/digest\\n/link", "/digestx");
    for (String text : others) {
      take(Updates.text(others.indexOf(text) + 1, text).replace("private", "group"));
    }
    assertThat(door.received()).isZero();
    take(Updates.text(9, "/digest@the_bot off").replace("private", "group"));
    assertThat(door.texts()).containsExactly("/digest off");
  }

  private static Person asSuperior(Person rep) {
    return new Person(rep.id(), rep.name(), Person.Role.SUPERIOR, null, null, true, rep.accounts());
  }

  @Test
  void an_invite_lets_an_account_in_and_its_code_is_not_kept() {
    invite();
    take(Updates.textFrom(2002, 1, "/start " + CODE));
    assertThat(door.kept())
        .extracting(Update::rep, Update::text)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("li", "/start"));
    assertThat(door.kept().get(0).raw()).doesNotContain(CODE);
    take(Updates.textFrom(2002, 2, "hello"));
    assertThat(door.texts()).containsExactly("/start", "hello");
  }

  @Test
  void a_code_works_once_and_not_for_ever() {
    invite();
    take(Updates.textFrom(2002, 1, "/start " + CODE));
    take(Updates.textFrom(3003, 2, "/start " + CODE));
    assertThat(door.received()).isEqualTo(1);
    assertThat(telegramTexts("3003")).containsExactly("stranger");
  }

  @Test
  void an_expired_code_opens_nothing() {
    invite();
    clock.advance(Duration.ofDays(3));
    take(Updates.textFrom(2002, 1, "/start " + CODE));
    assertThat(door.received()).isZero();
  }

  @Test
  void a_stranger_who_tries_codes_is_soon_not_listened_to() {
    invite();
    for (int i = 0; i < 5; i++) {
      take(Updates.textFrom(2002, i + 1, "/start AAAAAAAAAAAAAAA" + (char) ('A' + i)));
    }
    take(Updates.textFrom(2002, 9, "/start " + CODE));
    assertThat(door.received()).isZero();
    assertThat(telegramTexts("2002")).containsExactly("stranger");
    assertThat(desk.people.strangers()).isEqualTo(6);
    clock.advance(Duration.ofHours(1));
    take(Updates.textFrom(2002, 10, "/start " + CODE));
    assertThat(door.received()).isEqualTo(1);
  }

  @Test
  void who_blocks_the_bot_is_not_reached_there_until_she_writes_again() {
    take(Updates.text(1, "一"));
    assertThat(desk.reachability.best("li").map(Reach::chat)).contains("1001");
    take(Updates.member(2, "kicked"));
    assertThat(desk.reachability.best("li")).isEmpty();
    take(Updates.text(3, "二"));
    assertThat(desk.reachability.best("li").map(Reach::chat)).contains("1001");
  }

  private List<String> telegramTexts(String chat) {
    await().until(() -> !telegram.texts(chat).isEmpty());
    return telegram.texts(chat);
  }

  private void invite() {
    String ledger = Invite.ledgerOf(CODE);
    Invite invite = new Invite(Invite.ID, "li", "li", clock.instant().plus(Duration.ofDays(2)));
    desk.ledgers.apply(new LedgerChange(ledger, "boss", "t", List.of(invite), List.of()));
  }

  private void take(String update) {
    take(receiver(door, desk, clock), update);
  }

  private Receiver receiver(FrontDoor frontDoor, FrontDesk frontDesk, HandClock alarm) {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0);
    return new Receiver(
        new Decoder("4711", Optional::empty),
        frontDesk.reception,
        frontDoor,
        new Courtesy(api, wording, alarm, new Menu(api, wording.menu(), alarm, backoff)),
        Readers.NONE,
        backoff);
  }

  private static void take(Receiver receiver, String update) {
    try {
      assertThat(receiver.take(Received.of(new ObjectMapper().readTree(update)), pause -> false))
          .isTrue();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(update, e);
    }
  }
}
