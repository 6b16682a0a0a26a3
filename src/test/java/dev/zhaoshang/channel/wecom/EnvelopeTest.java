package dev.zhaoshang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.channel.wecom.Envelope.Seal;
import dev.zhaoshang.outbox.HandClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static final String MESSAGE =
      WeComStandIn.message("LiLei", "<MsgType>text</MsgType><Content>你好</Content>");

  private final HandClock clock = new HandClock();
  private final long now = clock.instant().getEpochSecond();
  private final WeComStandIn wecom = new WeComStandIn();
  private final Envelope envelope = new Envelope(wecom.config(), clock);

  @org.junit.jupiter.api.AfterEach
  void close() {
    wecom.close();
  }

  @Test
  void what_wecom_sealed_is_opened() {
    String cipher = WeComStandIn.sealed(MESSAGE);
    assertThat(envelope.openMessage(WeComStandIn.seal(now, cipher), WeComStandIn.body(cipher)))
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .containsAllEntriesOf(Map.of("FromUserName", "LiLei", "Content", "你好")));
  }

  @Test
  void a_forged_signature_opens_nothing() {
    String cipher = WeComStandIn.sealed(MESSAGE);
    Seal right = WeComStandIn.seal(now, cipher);
    String forged =
        right.signature().replaceFirst("^.", right.signature().startsWith("a") ? "b" : "a");
    for (String signature : new String[] {forged, "", right.signature() + "0", "ü"}) {
      Seal seal = new Seal(signature, right.timestamp(), right.nonce());
      assertThat(envelope.openMessage(seal, WeComStandIn.body(cipher))).as(signature).isEmpty();
    }
  }

  @Test
  void a_replayed_callback_is_too_old() {
    String cipher = WeComStandIn.sealed(MESSAGE);
    Seal seal = WeComStandIn.seal(now, cipher);
    clock.advance(Duration.ofMinutes(4));
    assertThat(envelope.openMessage(seal, WeComStandIn.body(cipher))).isPresent();
    clock.advance(Duration.ofMinutes(2));
    assertThat(envelope.openMessage(seal, WeComStandIn.body(cipher))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "99999999999999", "1 2"})
  void a_time_stamp_that_is_none_opens_nothing(String timestamp) {
    String cipher = WeComStandIn.sealed(MESSAGE);
    Seal seal = new Seal(WeComStandIn.seal(now, cipher).signature(), timestamp, "n1");
    assertThat(envelope.open(seal, cipher)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<xml>",
        "{}",
        "<xml/>",
        "<!DOCTYPE xml [<!ENTITY a 'x'>]><xml><Encrypt>&a;</Encrypt></xml>",
        "<!DOCTYPE xml SYSTEM 'file:///etc/passwd'><xml><Encrypt>x</Encrypt></xml>"
      })
  void malformed_xml_and_entities_are_refused(String body) {
    assertThat(envelope.openMessage(WeComStandIn.seal(now, "x"), body)).isEmpty();
    assertThat(Xml.read(body).map(m -> m.containsKey("Encrypt")).orElse(false)).isFalse();
  }

  @Test
  void entities_inside_of_a_sealed_message_are_refused_too() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>" + MESSAGE.replace("你好", "&b;");
    String cipher = WeComStandIn.sealed(bomb);
    assertThat(envelope.openMessage(WeComStandIn.seal(now, cipher), WeComStandIn.body(cipher)))
        .isEmpty();
  }

  @Test
  void a_message_for_another_company_is_not_ours() {
    String cipher = WeComStandIn.sealed(MESSAGE.replace(WeComStandIn.CORP, "wwother"));
    assertThat(envelope.openMessage(WeComStandIn.seal(now, cipher), WeComStandIn.body(cipher)))
        .isEmpty();
  }

  @Test
  void what_is_signed_but_not_encrypted_opens_nothing() {
    for (String cipher : new String[] {"plain", "AAAA", "!!!!"}) {
      assertThat(envelope.open(WeComStandIn.seal(now, cipher), cipher)).isEmpty();
    }
  }
}
