package dev.zhaoshang.channel.telegram;

import java.util.Locale;
import java.util.function.IntFunction;

/** Halves of characters, which JSON can carry and the store's driver cannot. */
final class Surrogates {

  private Surrogates() {}

  /** The text with U+FFFD for each lone half. */
  static String replaced(String text) {
    return mapped(text, half -> "\uFFFD");
  }

  /** JSON with each lone half written as an escape, so that it says the same. */
  static String escaped(String json) {
    return mapped(json, half -> String.format(Locale.ROOT, "\\u%04x", half));
  }

  private static String mapped(String text, IntFunction<String> replacement) {
    if (text.codePoints().noneMatch(Surrogates::isLone)) {
      return text;
    }
    StringBuilder mapped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isLone(c)) {
                mapped.append(replacement.apply(c));
              } else {
                mapped.appendCodePoint(c);
              }
            });
    return mapped.toString();
  }

  private static boolean isLone(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
