package dev.zhaoshang.understanding.text;

import java.util.HashMap;
import java.util.Map;

/** Numerals that are read out one by one, as in a telephone number. Immutable. */
public final class SpokenDigits {

  private final Map<Character, Character> digits;

  /** Takes the numerals below ten from the lexicon. */
  public SpokenDigits() {
    Map<Character, Character> all = new HashMap<>();
    NumberWords.load()
        .forEach(
            (word, value) -> {
              if (word.length() == 1 && value < 10 && word.charAt(0) > 'z') {
                all.put(word.charAt(0), (char) ('0' + value));
              }
            });
    digits = Map.copyOf(all);
  }

  /** Whether the character is such a numeral. */
  public boolean spoken(char c) {
    return digits.containsKey(c);
  }

  /** The text of equal length with runs of at least so many numerals as digits. */
  public String dialed(String plain, int least) {
    StringBuilder dial = new StringBuilder(plain);
    int from = 0;
    while (from < plain.length()) {
      int to = from;
      int count = 0;
      while (to < plain.length() && (spoken(plain.charAt(to)) || joins(plain.charAt(to)))) {
        count += spoken(plain.charAt(to)) ? 1 : 0;
        to++;
      }
      for (int i = from; i < to && count >= least; i++) {
        dial.setCharAt(i, digits.getOrDefault(plain.charAt(i), plain.charAt(i)));
      }
      from = Math.max(to, from + 1);
    }
    return dial.toString();
  }

  private static boolean joins(char c) {
    return c == ' ' || c == '-' || c == '\u2014' || (c >= '0' && c <= '9');
  }
}
