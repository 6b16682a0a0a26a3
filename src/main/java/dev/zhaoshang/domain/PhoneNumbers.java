package dev.zhaoshang.domain;

import java.util.List;
import java.util.regex.Pattern;

/** Telephone numbers in texts that others may read. */
public final class PhoneNumbers {

  /** What people put between digits: spaces of any width, dashes, brackets. */
  private static final String GAP = "[\\p{Zs}\\p{Pd}()\\uFF08\\uFF09]{0,3}";

  /** Of dots less is taken for a number: addresses of computers have them. */
  private static final String DOT = "[.\\uFF0E\\u00B7]";

  private static final String DIGIT = "\\p{Nd}";
  private static final String NEXT = GAP + DIGIT;
  private static final String BEGIN = "(?<!" + DIGIT + ")";
  private static final String END = "(?!" + DIGIT + ")";

  /** A zero, and a one, of either width. */
  private static final String ZERO = "[0\\uFF10]";

  private static final String ONE = "[1\\uFF11]";

  /** Of China, as it is dialled or written. */
  private static final String COUNTRY = "(?:(?:" + ZERO + "{2})?[8\\uFF18][6\\uFF16]" + GAP + ")?";

  /** Mobile numbers, of which the middle goes. */
  private static final Pattern MOBILE =
      number(
          COUNTRY + ONE + GAP + "[3-9\\uFF13-\\uFF19]" + NEXT,
          "(?:" + NEXT + "){4}",
          DIGIT + "(?:" + NEXT + "){3}");

  private static final Pattern DOTTED =
      number(
          COUNTRY + ONE + "[3-9\\uFF13-\\uFF19]" + DIGIT + DOT, DIGIT + "{4}" + DOT, DIGIT + "{4}");

  /** Landlines with an area code, of which all but that and the end goes. */
  private static final Pattern LANDLINE =
      number(
          ZERO + DIGIT + "{2,3}" + DOT + "?",
          "(?:" + NEXT + "){4,5}",
          DIGIT + "(?:" + NEXT + "){2}");

  /** Landlines as they are dialled from abroad, the area without its zero. */
  private static final Pattern ABROAD =
      number(
          "(?:\\+|\\uFF0B|" + ZERO + "{2})[8\\uFF18][6\\uFF16]" + GAP + DIGIT + "{2,3}",
          "(?:" + NEXT + "){4,5}",
          DIGIT + "(?:" + NEXT + "){2}");

  /** Numbers of companies that cost nothing, or little. */
  private static final Pattern SERVICE =
      number(
          "[48\\uFF14\\uFF18]" + ZERO + "{2}",
          "(?:" + NEXT + "){4}",
          DIGIT + "(?:" + NEXT + "){2}");

  private static final List<Pattern> ALL = List.of(MOBILE, DOTTED, ABROAD, LANDLINE, SERVICE);

  private PhoneNumbers() {}

  /** The text with so much of each number gone that nobody can call it. */
  public static String masked(String text) {
    String masked = text;
    for (Pattern one : ALL) {
      masked = one.matcher(masked).replaceAll("$1****$2");
    }
    return masked;
  }

  /** The middle is what goes. */
  private static Pattern number(String begin, String middle, String end) {
    return Pattern.compile(BEGIN + "(" + begin + ")" + middle + GAP + "(" + end + ")" + END);
  }
}
