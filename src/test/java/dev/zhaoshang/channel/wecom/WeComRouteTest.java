package dev.zhaoshang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.channel.wecom.Envelope.Seal;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.outbox.HandClock;
import dev.zhaoshang.outbox.Limits.Rate;
import dev.zhaoshang.outbox.Sender;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The route that WeCom calls, the menu and the pace of what goes back. */
class WeComRouteTest {

  private final HandClock clock = new HandClock();
  private final FrontDesk desk = new FrontDesk(clock);
  private final RecordingDoor door = new RecordingDoor();
  private final WeComStandIn wecom = new WeComStandIn();
  private final WeComChannel channel =
      new WeComChannel(
          wecom.config(),
          door,
          desk.reception,
          new Wording(
              () -> "?",
              WeComRouteTest::menu,
              () -> "?",
              () -> "stale",
              enclosure -> Optional.empty()),
          new NoTokens(),
          new WeComChannel.Timing(clock, clock));
  private final MockMvc http = mvc();

  @BeforeEach
  void hire() {
    Account account = new Account("wecom", "LiLei");
    desk.people.save(new Person("li", "Li", Role.REP, null, null, true, List.of(account)));
  }

  @AfterEach
  void close() {
    channel.close();
    wecom.close();
  }

  @Test
  void the_address_is_verified_by_what_only_we_can_open() throws Exception {
    String echo = WeComStandIn.sealed("echo-1");
    MockHttpServletResponse answer = send(sealed(get(WeComConfig.CALLBACK_PATH), echo, 0, echo));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).isEqualTo("echo-1");
  }

  @Test
  void a_message_is_answered_with_nothing_once_it_is_kept() throws Exception {
    String cipher = message("<MsgType>text</MsgType><Content>一</Content><MsgId>7</MsgId>");
    MockHttpServletResponse answer = deliver(cipher, 0);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).isEmpty();
    assertThat(door.texts()).containsExactly("一");
  }

  @Test
  void what_is_forged_replayed_malformed_or_oversized_is_refused_and_not_kept() throws Exception {
    String cipher = message("<MsgType>text</MsgType><Content>一</Content><MsgId>7</MsgId>");
    assertThat(deliver(cipher, -3600).getStatus()).isEqualTo(403);
    String forged = WeComStandIn.sealed("other");
    assertThat(
            send(sealed(post(WeComConfig.CALLBACK_PATH), forged, 0, "")
                    .content(WeComStandIn.body(cipher)))
                .getStatus())
        .isEqualTo(403);
    assertThat(send(post(WeComConfig.CALLBACK_PATH).content("<xml><")).getStatus()).isEqualTo(403);
    assertThat(send(post(WeComConfig.CALLBACK_PATH).content("x".repeat(300_000))).getStatus())
        .isEqualTo(413);
    assertThat(door.received()).isZero();
  }

  @Test
  void the_menu_of_the_application_has_commands_below_its_buttons() {
    channel.start();
    await().until(() -> wecom.calls("menu/create").size() == 1);
    JsonNode buttons = wecom.calls("menu/create").get(0).path("button");
    assertThat(buttons).hasSize(2);
    assertThat(buttons.at("/0/name").asText()).isEqualTo("客户");
    assertThat(buttons.at("/0/sub_button/0/key").asText()).isEqualTo("cmd:new");
    assertThat(buttons.at("/1/sub_button/0/type").asText()).isEqualTo("click");
    assertThat(buttons.at("/1/sub_button")).hasSize(5);
  }

  @Test
  void one_member_is_sent_at_most_thirty_messages_a_minute_and_a_thousand_an_hour() {
    Sender sender = channel.sender();
    Rate rate = sender.limits().chat();
    assertThat(within(rate, Duration.ofMinutes(1))).isLessThanOrEqualTo(30);
    assertThat(within(rate, Duration.ofHours(1))).isLessThanOrEqualTo(1000);
  }

  /** As many as can go in any such time: the burst, and one each interval. */
  private static long within(Rate rate, Duration time) {
    return rate.burst() + time.dividedBy(rate.interval());
  }

  private MockHttpServletResponse deliver(String cipher, long late) throws Exception {
    return send(
        sealed(post(WeComConfig.CALLBACK_PATH), cipher, late, "")
            .content(WeComStandIn.body(cipher)));
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    MvcResult result = http.perform(request).andReturn();
    return result.getRequest().isAsyncStarted()
        ? http.perform(asyncDispatch(result)).andReturn().getResponse()
        : result.getResponse();
  }

  private MockHttpServletRequestBuilder sealed(
      MockHttpServletRequestBuilder request, String cipher, long late, String echo) {
    Seal seal = WeComStandIn.seal(clock.instant().getEpochSecond() + late, cipher);
    return request
        .param("msg_signature", seal.signature())
        .param("timestamp", seal.timestamp())
        .param("nonce", seal.nonce())
        .param("echostr", echo);
  }

  private static String message(String content) {
    return WeComStandIn.sealed(WeComStandIn.message("LiLei", content));
  }

  private MockMvc mvc() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("channel", channel);
    return MockMvcBuilders.standaloneSetup(
            new CallbackController(beans.getBeanProvider(WeComChannel.class)))
        .build();
  }

  private static Map<String, String> menu() {
    Map<String, String> menu = new LinkedHashMap<>();
    menu.put("客户", "");
    menu.put("新客户", "cmd:new");
    menu.put("帮我说", "");
    for (int i = 0; i < 7; i++) {
      menu.put("b" + i, "cmd:c" + i);
    }
    return menu;
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
