package dev.zhaoshang.content;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a pattern of many words occurs in a text. {@link Matcher#find} tries each of the words at
 * each place; here they are tried only at places whose character may begin one, and most texts have
 * none. It answers exactly as {@code find} does. Safe for use by several threads.
 */
public final class Finder {

  /** Characters from here on, such as emoji, are always tried. */
  private static final char REMEMBERED = '\uA000';

  /** What may stand before a match; the first is nothing at all. */
  private static final List<String> BEFORE = List.of("", " ", "a", "1", "\u4e00");

  private static final String LOOKS_BACK = "(?<=";
  private static final byte BEGINS = 1;
  private static final byte BEGINS_NOT = 2;

  private final Pattern pattern;

  /** Whether each match has a first character by which it can be told. */
  private final boolean tells;

  /** What is known of each character, found out when it is first met; 0 is not known. */
  private final byte[] first;

  /** Finds this pattern. */
  public Finder(Pattern pattern) {
    this.pattern = pattern;
    this.tells = !pattern.pattern().contains(LOOKS_BACK) && !pattern.matcher("").find();
    this.first = new byte[tells ? REMEMBERED : 0];
  }

  /** The pattern. */
  public Pattern pattern() {
    return pattern;
  }

  /** Whether the pattern occurs in the text. */
  public boolean in(String text) {
    if (!tells) {
      return pattern.matcher(text).find();
    }
    Matcher matcher = null;
    for (int i = 0; i < text.length(); i++) {
      if (mayBegin(text.charAt(i))) {
        matcher = matcher == null ? matcher(text) : matcher;
        if (matcher.region(i, text.length()).lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  private Matcher matcher(String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  private boolean mayBegin(char c) {
    if (c >= REMEMBERED) {
      return true;
    }
    if (first[c] == 0) {
      first[c] = tryAt(c) ? BEGINS : BEGINS_NOT;
    }
    return first[c] == BEGINS;
  }

  /** Whether the character alone matches, or might if more followed. */
  private boolean tryAt(char c) {
    Matcher matcher = matcher("");
    for (String before : BEFORE) {
      matcher.reset(before + c).region(before.length(), before.length() + 1);
      if (matcher.lookingAt() || matcher.hitEnd()) {
        return true;
      }
    }
    return false;
  }
}
