package dev.zhaoshang.understanding.text;

import java.text.Normalizer;

/**
 * A text as typed, beside the normal form in which it is matched: NFKC width, simplified
 * characters, lower case, no control characters. Every index of the normal form leads back to what
 * was typed. Immutable.
 */
public final class Typed {

  private final String original;
  private final String cased;
  private final String plain;
  private final int[] origin;

  private Typed(String original, String cased, String plain, int[] origin) {
    this.original = original;
    this.cased = cased;
    this.plain = plain;
    this.origin = origin;
  }

  /**
   * Normalises a text.
   *
   * @param original any Unicode
   * @param script turns traditional characters into simplified ones
   */
  public static Typed of(String original, Script script) {
    StringBuilder wide = new StringBuilder(original.length());
    int[] origin = new int[original.length() * 18 + 1];
    for (int i = 0; i < original.length(); ) {
      int code = original.codePointAt(i);
      for (char c : normal(code).toCharArray()) {
        origin[wide.length()] = i;
        wide.append(c);
      }
      i += Character.charCount(code);
    }
    origin[wide.length()] = original.length();
    String cased = script.simplify(wide.toString());
    return new Typed(original, cased, lower(cased), origin);
  }

  private static String normal(int code) {
    if (code == '\n' || code == '\u2028' || code == '\u2029') {
      return "\n";
    }
    if (code == '\u2019') {
      return "'";
    }
    if (Character.isISOControl(code) || Character.getType(code) == Character.FORMAT) {
      return " ";
    }
    if (code >= 0xD800 && code <= 0xDFFF) {
      return "\uFFFD";
    }
    String normal = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC);
    return normal.length() > 18 ? " " : normal;
  }

  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      lower.append(Character.toLowerCase(text.charAt(i)));
    }
    return lower.toString();
  }

  /** The same text with another normal form of equal length, e.g. with typing errors mended. */
  public Typed mended(String better) {
    if (better.length() != plain.length()) {
      throw new IllegalArgumentException("A mended text keeps its length");
    }
    return new Typed(original, cased, better, origin);
  }

  /** The same text with another word in the normal form; it leads back to what was typed there. */
  public Typed replaced(int from, int to, String word) {
    int[] moved = new int[origin.length + Math.max(0, word.length() - (to - from))];
    System.arraycopy(origin, 0, moved, 0, from);
    for (int i = 0; i < word.length(); i++) {
      moved[from + i] = origin[Math.min(from + i, to - 1)];
    }
    System.arraycopy(origin, to, moved, from + word.length(), plain.length() + 1 - to);
    boolean capital = Character.isUpperCase(cased.charAt(from));
    String typed = capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    return new Typed(
        original,
        cased.substring(0, from) + typed + cased.substring(to),
        plain.substring(0, from) + word + plain.substring(to),
        moved);
  }

  /** The same text with spaces in the place of what stands between two places. */
  public Typed without(int from, int to) {
    return mended(plain.substring(0, from) + " ".repeat(to - from) + plain.substring(to));
  }

  /** What was typed. */
  public String original() {
    return original;
  }

  /** The normal form. */
  public String plain() {
    return plain;
  }

  /** The normal form before lower case, of the same length. */
  public String cased() {
    return cased;
  }

  /** What was typed at that part of the normal form, without blanks around it. */
  public String words(int from, int to) {
    if (from >= to) {
      return "";
    }
    return original.substring(origin[from], origin[to]).strip();
  }

  /** What was typed at that part of the normal form, without blanks around it. */
  public String words(Span span) {
    return words(span.from(), span.to());
  }
}
