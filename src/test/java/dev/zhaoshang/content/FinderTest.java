package dev.zhaoshang.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finder answers as a pattern does, whatever the pattern is made of. */
class FinderTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "价格",
          "他说价格太高了",
          "不是价格 是质量",
          "price is too high",
          "overpriced",
          "no, the PRICE",
          "12箱",
          "😀价格",
          "价格😀",
          "太\n贵",
          "aab",
          "xaab价");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "价格|质量",
        "\\bprice\\b",
        "(?<![a-z])price",
        "(?<=不是)价格",
        "^价格",
        "价格$",
        "$",
        "x*",
        "(?:太)?\\s*贵",
        "[0-9]+箱",
        "\\p{IsHan}{3}",
        "(?i)price",
        "(?=价)价格",
        "(?!他)..价",
        "a{2}b",
        "\\bb",
        "\\B价",
        "😀",
        ".格",
        "(?!)"
      })
  void a_finder_answers_as_its_pattern_does(String regex) {
    Pattern pattern = Pattern.compile(regex);
    Finder finder = new Finder(pattern);

    for (String text : TEXTS) {
      assertThat(finder.in(text)).as(text).isEqualTo(pattern.matcher(text).find());
    }
  }
}
