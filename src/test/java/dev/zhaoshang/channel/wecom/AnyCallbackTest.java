package dev.zhaoshang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.zhaoshang.AnyText;
import dev.zhaoshang.Samples;
import java.util.List;
import java.util.Random;

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

  @Samples(1_500)
  void any_callback_is_read_or_left(long seed) {
    Random random = new Random(seed);
    String xml = broken(SEEDLINGS.get(random.nextInt(SEEDLINGS.size())), random);

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

  /** Cuts, doubles and replaces stretches of it. */
  private static String broken(String xml, Random random) {
    StringBuilder text = new StringBuilder(xml);
    for (int i = random.nextInt(4); i > 0 && text.length() > 0; i--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(20));
      switch (random.nextInt(3)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, text.substring(from, to));
        default -> text.replace(from, to, AnyText.of(random, 4));
      }
    }
    return text.toString();
  }

  @Samples(400)
  void parts_of_any_text_joined_are_the_text_and_none_has_too_many_bytes(long seed) {
    Random random = new Random(seed);
    String text = AnyText.of(random, 60);
    int limit = 4 + random.nextInt(60);

    List<String> parts = ByteText.split(text, limit);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts)
        .allSatisfy(part -> assertThat(ByteText.bytes(part)).isLessThanOrEqualTo(limit));
  }

  @Samples(3)
  void a_text_of_many_messages_is_split_at_the_limit_of_the_platform(long seed) {
    String text = AnyText.of(new Random(seed), 6_000);

    List<String> parts = ByteText.split(text, 2048);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).allSatisfy(part -> assertThat(ByteText.bytes(part)).isBetween(1, 2048));
  }
}
