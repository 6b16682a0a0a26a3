package dev.zhaoshang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByteTextTest {

  @Test
  void a_text_that_fits_is_one_part() {
    assertThat(ByteText.split("价格", 6)).containsExactly("价格");
    assertThat(ByteText.split("", 6)).containsExactly("");
  }

  @Test
  void a_part_ends_with_a_line_or_sentence() {
    assertThat(ByteText.split("一。二三。四五六", 16)).containsExactly("一。二三。", "四五六");
    assertThat(ByteText.split("ab\ncd ef", 6)).containsExactly("ab\n", "cd ef");
  }

  @Test
  void no_character_is_cut_in_two() {
    List<String> parts = ByteText.split("😀".repeat(10), 10);
    assertThat(parts).allMatch(part -> part.equals("😀😀"));
    assertThat(String.join("", parts)).isEqualTo("😀".repeat(10));
    assertThat(ByteText.split("价格价格", 7)).containsExactly("价格", "价格");
  }
}
