package dev.zhaoshang;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  /** A text of up to so many pieces, by these dice. */
  public static String of(Random random, int most) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(i -> piece(random))
        .collect(Collectors.joining());
  }

  private static String piece(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> String.valueOf((char) random.nextInt(0x10000));
      case 1 -> Character.toString(random.nextInt(0x110000));
      case 2 -> Character.toString(0x4E00 + random.nextInt(0x5000));
      default -> WORDS.get(random.nextInt(WORDS.size()));
    };
  }
}
