package dev.zhaoshang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.zhaoshang.AnyText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever WeCom sends is read or left, and whatever is sent to it is split without a loss. */
class AnyCallbackTest {

  private static final List<String> SEEDLINGS =
      List.of(
          "<xml><ToUserName><![CDATA[c]]></ToUserName><FromUserName><![CDATA[lilei]]></FromUserName>"
              + "<CreateTime>1</CreateTime><MsgType><![CDATA[text]]></MsgType>"
              + "<Content><![CDATA[王建国 13812345678]]></Content><MsgId>7</MsgId></xml>",
          "<xml><FromUserName>a</FromUserName><MsgType>event</MsgType><Event>click</Event>"
              + "<EventKey>cmd:new</EventKey></xml>",
          "<xml><FromUserName>a</FromUserName><MsgType>location</MsgType>"
              + "<Location_X>31.3</Location_X><Location_Y>120.6</Location_Y></xml>",
          "<xml><FromUserName>a</FromUserName><MsgType>event</MsgType>"
              + "<Event>template_card_event</Event><EventKey>k</EventKey><TaskId>t</TaskId>"
              + "<SelectedItems><SelectedItem><QuestionKey>q</QuestionKey></SelectedItem>"
              + "</SelectedItems></xml>",
          "<!DOCTYPE x [<!ENTITY a \"b\">]><xml><Content>&a;</Content></xml>");

  private final Decoder decoder = new Decoder(1000002);

  /**
   * A stretch that is cut, doubled or replaced.
   *
   * @param at where, of the whole
   */
  private record Break(int how, double at, int length, String text) {

    void apply(StringBuilder xml) {
      int from = (int) (at * xml.length());
      int to = Math.min(xml.length(), from + length);
      switch (how) {
        case 0 -> xml.delete(from, to);
        case 1 -> xml.insert(from, xml.substring(from, to));
        default -> xml.replace(from, to, text);
      }
    }
  }

  @Provide
  Arbitrary<String> callbacks() {
    Arbitrary<Break> breaks =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.doubles().between(0, 0.99),
                Arbitraries.integers().between(0, 19),
                AnyText.of(4))
            .as(Break::new);
    return Combinators.combine(Arbitraries.of(SEEDLINGS), breaks.list().ofMaxSize(3))
        .as(
            (xml, broken) -> {
              StringBuilder text = new StringBuilder(xml);
              broken.forEach(one -> one.apply(text));
              return text.toString();
            });
  }

  @Provide
  Arbitrary<String> texts() {
    return AnyText.of(60);
  }

  @Provide
  Arbitrary<String> longTexts() {
    return AnyText.of(6_000).filter(text -> !text.isEmpty());
  }

  @Property(tries = 1_500, seed = "20261124")
  void any_callback_is_read_or_left(@ForAll("callbacks") String xml) {
    assertThatCode(
            () ->
                Xml.read(xml)
                    .flatMap(decoder::decode)
                    .ifPresent(
                        incoming -> {
                          assertThat(incoming.account()).isNotBlank();
                          assertThat(incoming.id()).startsWith("wecom:1000002:");
                        }))
        .as(xml)
        .doesNotThrowAnyException();
  }

  @Property(tries = 400, seed = "20261124")
  void parts_of_any_text_joined_are_the_text_and_none_has_too_many_bytes(
      @ForAll("texts") String text, @ForAll @IntRange(min = 4, max = 63) int limit) {
    List<String> parts = ByteText.split(text, limit);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts)
        .allSatisfy(part -> assertThat(ByteText.bytes(part)).isLessThanOrEqualTo(limit));
  }

  @Property(tries = 3, seed = "20261124")
  void a_text_of_many_messages_is_split_at_the_limit_of_the_platform(
      @ForAll("longTexts") String text) {
    List<String> parts = ByteText.split(text, 2048);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).allSatisfy(part -> assertThat(ByteText.bytes(part)).isBetween(1, 2048));
  }
}
