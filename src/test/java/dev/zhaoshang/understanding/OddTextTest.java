package dev.zhaoshang.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Meaning;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed is read without an exception, and its words are found in what was typed. */
class OddTextTest {

  private static final int TEXTS = 400;
  private static final List<String> PIECES =
      List.of(
          "临床",
          "OTC",
          "１３８",
          "13812345678",
          "+86",
          "苏州",
          "臺中",
          "王总",
          "医药",
          "有限公司",
          "不是",
          "是",
          "改成",
          "㊙",
          "ﷺ",
          "é",
          "e\u0301",
          "👩‍👩‍👧",
          "\u0000",
          "\u200B",
          "\uFFFD",
          "𠮷",
          "<b>",
          "**",
          "（",
          "。",
          " ",
          "\n",
          "-5",
          "二十来个",
          "邮编",
          "０５１２—６２３４５６７８",
          "ǆ",
          "İ",
          "ﬁ",
          "㎏",
          "Ⅷ");

  @Test
  void random_mixtures_never_throw_and_keep_the_words() {
    Random random = new Random(20261124);
    List<String> asked =
        Readers.CONTENT.intake().aspects().stream()
            .flatMap(a -> a.fields().stream())
            .map(f -> f.id())
            .toList();
    for (int i = 0; i < TEXTS; i++) {
      String text = mixture(random);
      String question = i % 5 == 0 ? null : asked.get(random.nextInt(asked.size()));
      Meaning meaning = Readers.WITHOUT_OBJECTIONS.read(text, question);
      meaning.fields().forEach(f -> assertThat(text).as(question).contains(f.words()));
    }
  }

  private static String mixture(Random random) {
    return random
        .ints(1 + random.nextInt(14), 0, PIECES.size() + 3)
        .mapToObj(n -> n < PIECES.size() ? PIECES.get(n) : codePoint(random))
        .collect(Collectors.joining());
  }

  private static String codePoint(Random random) {
    int code = random.nextInt(0x2FFFF);
    boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
    return Character.toString(surrogate ? 0xFFFD : code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "。", "👍", "\u0000\u0007", "-", "/", "@", "？"})
  void texts_that_say_nothing_give_no_field(String text) {
    assertThat(Readers.WITHOUT_OBJECTIONS.read(text, "mobile").fields()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "他说苏州无锡都想做临床代表二十个",
        "啊",
        "就",
        "的",
        "没有",
        "个",
        "希望",
        "改",
        "不是",
        "是",
        "1",
        "苏州",
        "临床",
        " ",
        "a",
        "no ",
        "，",
        "王",
        "医药",
        "一"
      })
  void ten_thousand_characters_of_one_kind_are_read(String piece) {
    String text = piece.repeat(10_000 / piece.length());
    for (String asked : new String[] {null, "team", "requirements", "company", "wantedRegions"}) {
      Meaning meaning = Readers.WITHOUT_OBJECTIONS.read(text, asked);
      meaning.fields().forEach(f -> assertThat(text).contains(f.words()));
    }
  }
}
