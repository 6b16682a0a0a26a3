package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTextTest {

  @Test
  void a_short_text_is_one_part() {
    assertThat(MessageText.split("好的。")).containsExactly("好的。");
    assertThat(MessageText.split("")).containsExactly("");
    assertThat(MessageText.split("好".repeat(4096))).hasSize(1);
  }

  @Test
  void parts_end_with_sentences() {
    assertThat(MessageText.split("第一句话。第二句话！第三句？", 8)).containsExactly("第一句话。", "第二句话！", "第三句？");
    assertThat(MessageText.split("One here. Two here. Three", 12))
        .containsExactly("One here. ", "Two here. ", "Three");
  }

  @Test
  void parts_end_with_lines() {
    assertThat(MessageText.split("电话 138\n地址 苏州\n邮编 215000", 14))
        .containsExactly("电话 138\n地址 苏州\n", "邮编 215000");
  }

  @Test
  void a_sentence_that_is_too_long_ends_between_characters() {
    List<String> parts = MessageText.split("😀".repeat(10), 5);
    assertThat(parts).allSatisfy(part -> assertThat(part).matches("(😀)+"));
    assertThat(String.join("", parts)).isEqualTo("😀".repeat(10));
  }

  @Test
  void parts_joined_are_the_text_and_none_is_too_long() {
    String text = "客户说：价格太高！\n\n".repeat(700) + "x".repeat(9000) + "\uD83D好。\r\n".repeat(900);
    List<String> parts = MessageText.split(text);
    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeBetween(1, 4096));
  }
}
