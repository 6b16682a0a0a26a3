package dev.zhaoshang.command;

import dev.zhaoshang.content.Form.FieldType;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a predicted value is right, by the rules of the evaluation format. */
final class ValueMatch {

  private static final int TEXT_MOST = 20;
  private static final int TIMES = 3;
  private static final Pattern SUFFIX =
      Pattern.compile("(?<=..)[\u7701\u5E02\u533A\u5340\u53BF\u7E23]$");
  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");

  private ValueMatch() {}

  /** Whether the prediction counts as the gold value of a field of that type. */
  static boolean right(FieldType type, Object gold, Object predicted) {
    if (gold instanceof Collection<?> want) {
      return predicted instanceof Collection<?> got && items(want).equals(items(got));
    }
    boolean exact =
        switch (type) {
          case MOBILE, LANDLINE, CHOICE, INTEGER, BOOLEAN -> true;
          default -> false;
        };
    return (exact || !(gold instanceof String))
        ? gold.equals(predicted)
        : contains(bare(predicted.toString()), bare(gold.toString()));
  }

  private static boolean contains(String predicted, String gold) {
    return predicted.contains(gold)
        && predicted.length() <= Math.max(TEXT_MOST, TIMES * gold.length());
  }

  private static String bare(String text) {
    return NOISE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static Set<String> items(Collection<?> items) {
    return items.stream()
        .map(item -> SUFFIX.matcher(item.toString().strip()).replaceFirst(""))
        .collect(Collectors.toSet());
  }
}
