package dev.zhaoshang;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts of every kind: words of the trade, emoji, controls, all of Unicode, lone surrogates. */
public final class AnyText {

  private static final List<String> WORDS =
      List.of(
          "王建国",
          "苏州",
          "无锡",
          "康泰医药有限公司",
          "13812345678",
          "１３９",
          "+86",
          "临床代表",
          "二十来个",
          "OTC",
          "价格太高",
          "明天下午三点",
          "不是",
          "改成",
          "新客户",
          "撤销",
          "跳过",
          "不知道",
          "/new",
          "/undo",
          "/profit",
          "price",
          "mobile",
          "Zhang Li",
          "下周五",
          "50万",
          "-5",
          "1/3",
          "返点",
          "。",
          "，",
          "\n",
          " ",
          "<b>",
          "&amp;",
          "**",
          "🙂",
          "👩‍👩‍👧",
          "🇨🇳",
          "e\u0301",
          "\u202E",
          "\u200B",
          "\u0000",
          "\uFEFF",
          "\uD83D",
          "\uDE00",
          "𠮷",
          "ﷺ",
          "İ",
          "ﬁ",
          "㎏",
          "㊙");

  private AnyText() {}

  /** Texts of up to so many pieces. */
  public static Arbitrary<String> of(int most) {
    return pieces().list().ofMaxSize(most).map(pieces -> String.join("", pieces));
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(WORDS)),
        Tuple.of(1, between(0, 0xFFFF).map(c -> String.valueOf((char) (int) c))),
        Tuple.of(1, between(0, Character.MAX_CODE_POINT).map(Character::toString)),
        Tuple.of(1, between(0x4E00, 0x9FFF).map(Character::toString)));
  }

  private static Arbitrary<Integer> between(int first, int last) {
    return Arbitraries.integers().between(first, last);
  }
}
