package dev.zhaoshang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.channel.wecom.Callbacks.Answer;
import dev.zhaoshang.domain.Invite;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.domain.Reach;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Update.Kind;
import dev.zhaoshang.outbox.HandClock;
import dev.zhaoshang.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a sealed callback to the front door; the clock moves by hand. */
class CallbacksTest {

  private final HandClock clock = new HandClock();
  private final FrontDesk desk = new FrontDesk(clock);
  private final RecordingDoor door = new RecordingDoor();
  private final WeComStandIn wecom = new WeComStandIn();
  private final List<String> greeted = new ArrayList<>();
  private final List<Decoder.@Nullable Settled> settled = new ArrayList<>();
  private final List<Decoder.@Nullable Settled> expired = new ArrayList<>();
  private final Callbacks callbacks =
      new Callbacks(
          new Envelope(wecom.config(), clock),
          new Decoder(1000002),
          desk.reception,
          door,
          new Callbacks.Courtesies(
              incoming -> greeted.add(incoming.account()),
              incoming -> settled.add(incoming.settled()),
              incoming -> expired.add(incoming.settled())),
          new Callbacks.Timing(clock, clock));

  @BeforeEach
  void hire() {
    Account account = new Account("wecom", "LiLei");
    desk.people.save(new Person("li", "Li", Role.REP, null, null, true, List.of(account)));
  }

  @AfterEach
  void close() {
    wecom.close();
  }

  @Test
  void a_text_is_kept_before_it_is_answered() {
    CompletableFuture<Answer> answer = bring("<MsgType>text</MsgType><Content>王建国</Content>", "7");
    assertThat(answer).isNotDone();
    clock.work();
    assertThat(answer).isCompletedWithValue(Answer.TAKEN);
    Update update = door.kept().get(0);
    assertThat(update.id()).isEqualTo("wecom:1000002:7");
    assertThat(update.rep()).isEqualTo("li");
    assertThat(update.chat()).isEqualTo("LiLei");
    assertThat(update.text()).isEqualTo("王建国");
    assertThat(desk.reachability.best("li").map(Reach::id)).contains("wecom");
  }

  @Test
  void a_message_that_comes_again_is_one_message() {
    send("<MsgType>text</MsgType><Content>一</Content>", "7");
    send("<MsgType>text</MsgType><Content>一</Content>", "7");
    clock.work();
    assertThat(door.texts()).containsExactly("一");
    assertThat(door.received()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<MsgType>image</MsgType><MediaId>m1</MediaId>|FILE|``",
        "<MsgType>voice</MsgType><MediaId>m1</MediaId>|VOICE|``",
        "<MsgType>location</MsgType><Location_X>31.3</Location_X><Location_Y>120.6</Location_Y>"
            + "|LOCATION|31.3,120.6",
        "<MsgType>link</MsgType><Title>t</Title>|OTHER|``",
        "<MsgType>hologram</MsgType>|OTHER|``",
        "<MsgType>event</MsgType><Event>subscribe</Event>|TEXT|/start",
      })
  void messages_of_every_kind_have_one_of_ours(String content, Kind kind, String text) {
    send(content, "8");
    clock.work();
    assertThat(door.kept()).extracting(Update::kind).containsExactly(kind);
    assertThat(door.texts()).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource({"click,cmd:new", "template_card_event,skip:d1:mobile:skipped"})
  void a_tap_on_the_menu_or_a_card_is_a_button(String event, String key) {
    String content =
        "<MsgType>event</MsgType><Event>" + event + "</Event><EventKey>" + key + "</EventKey>";
    send(content, "");
    send(content, "");
    clock.work();
    assertThat(door.kept()).extracting(Update::button).containsExactly(key);
  }

  @Test
  void a_tap_that_answers_settles_its_card_once_and_brings_the_data_alone() {
    String key = new Key("pick:d1:nature:individual", "个人").written();
    String content =
        "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>"
            + key
            + "</EventKey><TaskId>t1</TaskId><ResponseCode>code1</ResponseCode>";
    send(content, "");
    send(content, "");
    clock.work();
    assertThat(door.kept()).extracting(Update::button).containsExactly("pick:d1:nature:individual");
    assertThat(settled).containsExactly(new Decoder.Settled("code1", "个人"));
  }

  @ParameterizedTest
  @CsvSource({"recorded,1,0", "stale,0,1", "failed,0,0"})
  void a_card_shows_what_the_turn_decided_and_nothing_before(String reply, int done, int stale) {
    CompletableFuture<List<Reply>> decided = new CompletableFuture<>();
    door.answer(decided);
    String key = new Key("pick:d1:nature:individual", "个人").written();
    send(
        "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>"
            + key
            + "</EventKey><TaskId>t1</TaskId><ResponseCode>code1</ResponseCode>",
        "");
    clock.work();
    assertThat(settled).isEmpty();
    assertThat(expired).isEmpty();
    decided.complete(List.of(new Reply(reply, "x", null, null, List.of())));
    assertThat(settled).hasSize(done);
    assertThat(expired).hasSize(stale);
  }

  @ParameterizedTest
  @CsvSource({"cmd:undo", "pick:d1:nature:individual", "a~b", "~", "x~5LiA5"})
  void a_card_that_stays_open_or_is_of_an_earlier_version_is_left_as_it_is(String key) {
    send(
        "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>"
            + key
            + "</EventKey><ResponseCode>code1</ResponseCode>",
        "");
    clock.work();
    assertThat(door.kept()).extracting(Update::button).containsExactly(key);
    assertThat(settled).isEmpty();
  }

  @Test
  void who_opens_the_chat_for_the_first_time_is_greeted_and_not_each_time() {
    String enter = "<MsgType>event</MsgType><Event>enter_agent</Event><EventKey/>";
    CompletableFuture<Answer> first = bring(enter, "");
    clock.work();
    assertThat(first).isCompletedWithValue(Answer.TAKEN);
    assertThat(door.texts()).containsExactly("/start");
    CompletableFuture<Answer> second = bring(enter, "");
    clock.work();
    assertThat(second).isCompletedWithValue(Answer.TAKEN);
    assertThat(door.received()).isEqualTo(1);
  }

  @Test
  void a_message_that_the_front_door_cannot_take_is_kept_as_unreadable_within_one_callback() {
    door.before(
        update -> {
          if (update.text().equals("bad")) {
            throw new IllegalStateException("a bug");
          }
        });
    CompletableFuture<Answer> answer = bring("<MsgType>text</MsgType><Content>bad</Content>", "7");
    clock.advance(Duration.ofSeconds(2));
    assertThat(answer).isCompletedWithValue(Answer.TAKEN);
    assertThat(door.kept()).extracting(Update::kind).containsExactly(Update.Kind.UNREADABLE);
    assertThat(door.kept().get(0).raw()).contains("bad");
  }

  @Test
  void a_place_without_coordinates_is_no_place() {
    String there = "<Location_X>31.3</Location_X><Location_Y>120.6</Location_Y>";
    send("<MsgType>location</MsgType>", "7");
    send("<MsgType>location</MsgType>" + there, "8");
    clock.work();
    assertThat(door.kept())
        .extracting(Update::kind)
        .containsExactly(Update.Kind.UNREADABLE, Update.Kind.LOCATION);
    assertThat(door.texts()).containsExactly("", "31.3,120.6");
  }

  @Test
  void a_store_that_stalls_is_waited_for_within_the_platforms_patience() {
    away();
    CompletableFuture<Answer> answer = bring("<MsgType>text</MsgType><Content>一</Content>", "7");
    clock.advance(Duration.ofSeconds(4));
    assertThat(answer).isNotDone();
    door.before(update -> {});
    clock.advance(Duration.ofMillis(400));
    assertThat(answer).isCompletedWithValue(Answer.TAKEN);
    assertThat(door.texts()).containsExactly("一");
  }

  @Test
  void a_store_that_stays_away_fails_the_request_before_the_platform_gives_up() {
    away();
    CompletableFuture<Answer> answer = bring("<MsgType>text</MsgType><Content>一</Content>", "7");
    clock.advance(Duration.ofMillis(4499));
    assertThat(answer).isNotDone();
    clock.advance(Duration.ofMillis(1));
    assertThat(answer).isCompletedWithValue(Answer.LATER);
    assertThat(door.texts()).isEmpty();
  }

  @Test
  void a_stranger_gets_one_line_and_leaves_a_count() {
    desk.people.save(
        new Person(
            "li", "Li", Role.REP, null, null, false, List.of(new Account("wecom", "LiLei"))));
    send("<MsgType>text</MsgType><Content>一</Content>", "7");
    send("<MsgType>text</MsgType><Content>二</Content>", "8");
    clock.work();
    assertThat(door.received()).isZero();
    assertThat(greeted).containsExactly("LiLei");
    assertThat(desk.people.strangers()).isEqualTo(2);
  }

  @Test
  void a_start_code_links_the_second_account_to_the_same_rep() {
    String code = "ABCDEFGHIJKLMNOP";
    Invite invite = new Invite(Invite.ID, "li", "li", clock.instant().plusSeconds(60));
    desk.ledgers.apply(
        new LedgerChange(Invite.ledgerOf(code), "li", "t", List.of(invite), List.of()));
    sendFrom(
        "LiLei2",
        "<MsgType>text</MsgType><Content>" + code.toLowerCase(java.util.Locale.ROOT) + "</Content>",
        "9");
    clock.work();
    assertThat(door.kept()).extracting(Update::rep).containsExactly("li");
    assertThat(door.texts()).containsExactly("/start");
  }

  private void away() {
    door.before(
        update -> {
          throw new StoreUnavailableException("away", new IOException("away"));
        });
  }

  private void send(String content, String id) {
    sendFrom("LiLei", content, id);
  }

  private void sendFrom(String member, String content, String id) {
    CompletableFuture<Answer> unused = bringFrom(member, content, id);
  }

  private CompletableFuture<Answer> bring(String content, String id) {
    return bringFrom("LiLei", content, id);
  }

  private CompletableFuture<Answer> bringFrom(String member, String content, String id) {
    String message = id.isEmpty() ? content : content + "<MsgId>" + id + "</MsgId>";
    String cipher = WeComStandIn.sealed(WeComStandIn.message(member, message));
    long now = clock.instant().getEpochSecond();
    return callbacks.take(WeComStandIn.seal(now, cipher), WeComStandIn.body(cipher));
  }
}
