package dev.zhaoshang.understanding.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numerals that are read out one by one, as in a telephone number, and what is said or typed
 * between them. Immutable.
 */
public final class SpokenDigits {

  /** Stands where a word was longer than its digit, or where digits of one number are parted. */
  public static final char PAD = '\uE000';

  private static final int WORDS_LEAST = 3;
  private static final String GAP = "[\\s\uE000]{0,16}";

  private final Map<String, Integer> values = NumberWords.load();
  private final Map<Character, Character> digits;
  private final Pattern words;
  private final Pattern word;
  private final Pattern mobileApart;

  /** Takes the numerals below ten, and the words between digits, from the lexicon. */
  public SpokenDigits(Lexicon lexicon) {
    Map<Character, Character> all = new HashMap<>();
    values.forEach(
        (numeral, value) -> {
          if (numeral.length() == 1 && value < 10 && numeral.charAt(0) > 'z') {
            all.put(numeral.charAt(0), (char) ('0' + value));
          }
        });
    digits = Map.copyOf(all);
    word = lexicon.pattern("dial.word");
    words = Pattern.compile("(?:" + word + "[\\s,-]{1,2}){" + (WORDS_LEAST - 1) + ",16}" + word);
    String parted = "(?:" + GAP + "(?:" + lexicon.pattern("dial.between") + ")" + GAP + "){0,2}+";
    mobileApart = Pattern.compile("(?<![\\d.])1" + parted + "[3-9](?:" + parted + "\\d){9}(?!\\d)");
  }

  /** Whether the character is such a numeral. */
  public boolean spoken(char c) {
    return digits.containsKey(c);
  }

  /**
   * The text of equal length with runs of at least so many numerals as digits, and with nothing but
   * {@link #PAD} between the digits of a mobile number.
   */
  public String dialed(String plain, int least) {
    StringBuilder dial = new StringBuilder(plain);
    english(dial);
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
    joined(dial);
    return dial.toString();
  }

  /** Puts a digit in place of each English word of a run of them. */
  private void english(StringBuilder dial) {
    Matcher run = words.matcher(dial.toString());
    while (run.find()) {
      Matcher one = word.matcher(run.group());
      while (one.find()) {
        int at = run.start() + one.start();
        int end = run.start() + one.end();
        dial.setCharAt(at, (char) ('0' + values.getOrDefault(one.group(), 0)));
        for (int i = at + 1; i < end; i++) {
          dial.setCharAt(i, PAD);
        }
      }
    }
  }

  private void joined(StringBuilder dial) {
    Matcher mobile = mobileApart.matcher(dial.toString());
    while (mobile.find()) {
      for (int i = mobile.start(); i < mobile.end(); i++) {
        boolean digit = dial.charAt(i) >= '0' && dial.charAt(i) <= '9';
        dial.setCharAt(i, digit ? dial.charAt(i) : PAD);
      }
    }
  }

  private static boolean joins(char c) {
    return " -\u2014,\u3001/".indexOf(c) >= 0 || (c >= '0' && c <= '9');
  }
}
