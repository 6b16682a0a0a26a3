package dev.zhaoshang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.channel.wecom.Callbacks.Answer;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.outbox.HandClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tapped card, from the callback to the stand-in of the platform. */
class SettledCardTest {

  private static final Button COMPANY = new Button("公司", "pick:d1:nature:company");

  private final HandClock clock = new HandClock();
  private final FrontDesk desk = new FrontDesk(clock);
  private final RecordingDoor door = new RecordingDoor();
  private final WeComStandIn wecom = new WeComStandIn();
  private final WeComChannel channel =
      new WeComChannel(
          wecom.config(),
          door,
          desk.reception,
          new Wording(() -> "?", Map::of, () -> "?", () -> "stale", enclosure -> Optional.empty()),
          new NoTokens(),
          new WeComChannel.Timing(clock, clock));

  @AfterEach
  void close() {
    channel.close();
    wecom.close();
  }

  @Test
  void the_buttons_of_an_answered_question_give_way_to_what_was_chosen() {
    assertThat(tap("code1").join()).isEqualTo(Answer.TAKEN);
    await().until(() -> updates().size() == 1);
    JsonNode update = updates().get(0);
    assertThat(update.path("response_code").asText()).isEqualTo("code1");
    assertThat(update.at("/userids/0").asText()).isEqualTo("LiLei");
    assertThat(update.path("agentid").asInt()).isEqualTo(1000002);
    assertThat(update.at("/button/replace_name").asText()).isEqualTo("✓ 公司");
    assertThat(door.kept()).extracting(Update::button).containsExactly(COMPANY.data());
  }

  @Test
  void a_tap_that_comes_again_does_not_use_its_code_again() {
    tap("code1").join();
    tap("code1").join();
    tap("code2").join();
    await().until(() -> updates().size() == 2);
    assertThat(updates())
        .extracting(update -> update.path("response_code").asText())
        .containsExactlyInAnyOrder("code1", "code2");
  }

  @Test
  void a_button_that_no_longer_fits_is_not_ticked_but_says_so() {
    door.answer(
        CompletableFuture.completedFuture(List.of(new Reply("stale", "x", null, null, List.of()))));
    tap("code1").join();
    await().until(() -> updates().size() == 1);
    assertThat(updates().get(0).at("/button/replace_name").asText()).isEqualTo("stale");
  }

  @Test
  void where_the_code_has_expired_the_tap_counts_and_nothing_else_happens() {
    wecom.answer("message/update_template_card", "{\"errcode\":42014,\"errmsg\":\"code expired\"}");
    assertThat(tap("code1").join()).isEqualTo(Answer.TAKEN);
    await().until(() -> updates().size() == 1);
    assertThat(tap("code2").join()).isEqualTo(Answer.TAKEN);
    await().until(() -> updates().size() == 2);
    assertThat(door.kept()).hasSize(2);
  }

  private List<JsonNode> updates() {
    return wecom.calls("message/update_template_card");
  }

  private CompletableFuture<Answer> tap(String code) {
    Account account = new Account("wecom", "LiLei");
    desk.people.save(new Person("li", "Li", Role.REP, null, null, true, List.of(account)));
    String cipher =
        WeComStandIn.sealed(
            WeComStandIn.message(
                "LiLei",
                "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>"
                    + Key.of(COMPANY, COMPANY.label()).written()
                    + "</EventKey><TaskId>t1</TaskId><CardType>button_interaction</CardType>"
                    + "<ResponseCode>"
                    + code
                    + "</ResponseCode>"));
    long now = clock.instant().getEpochSecond();
    return channel.callbacks().take(WeComStandIn.seal(now, cipher), WeComStandIn.body(cipher));
  }

  private static final class NoTokens implements TokenCache {

    @Override
    public Optional<Token> read() {
      return Optional.empty();
    }

    @Override
    public void write(Token token) {}
  }
}
