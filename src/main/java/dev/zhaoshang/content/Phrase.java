package dev.zhaoshang.content;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words to look for, as editors write them: {@code …} stands for a few characters within a clause,
 * a slash for "or": {@code doctor/chief…rebate/kickback}.
 */
final class Phrase {

  /** What ends a clause. */
  static final String END = "\u3002\uff0c\uff1b\uff01\uff1f,;!?\n";

  private static final String GAP = "[^" + END + "]{0,8}?";
  private static final String LATIN_GAP = "[^" + END + "]{0,30}?";
  private static final Pattern LATIN_FIRST = Pattern.compile("^[a-z].*", Pattern.DOTALL);
  private static final Pattern LATIN_LAST = Pattern.compile(".*[a-z]$", Pattern.DOTALL);

  /** Who types on a phone leaves it out, or types another one. */
  private static final Pattern APOSTROPHE = Pattern.compile("'");

  private static final String OPTIONAL_APOSTROPHE = Matcher.quoteReplacement("\\E['\u2019]?\\Q");

  /** A named group of words within a phrase. */
  private static final Pattern GROUP = Pattern.compile("[{]([a-z]+)([+]?)[}]");

  /** "But" in either language, and the end of an English sentence. */
  private static final Pattern TURN =
      Pattern.compile("\u4f46|\u4e0d\u8fc7|\u53ef\u662f|(?<![a-z])(?:but|however)(?![a-z])|[.] ");

  private Phrase() {}

  /** A pattern that finds any of the phrases in a text in lower case. */
  static Pattern any(Collection<String> phrases) {
    return any(phrases, Map.of());
  }

  /**
   * A pattern that finds any of the phrases in a text in lower case.
   *
   * @param groups what <code>{name}</code> in a phrase stands for: any one match of that pattern,
   *     or with a plus sign, <code>{name+}</code>, several in a row
   */
  static Pattern any(Collection<String> phrases, Map<String, Pattern> groups) {
    return Pattern.compile(
        phrases.stream()
            .map(phrase -> regex(phrase, groups))
            .collect(Collectors.joining("|", "(?:", ")")));
  }

  private static String regex(String phrase, Map<String, Pattern> groups) {
    String plain = phrase.toLowerCase(Locale.ROOT).strip();
    String gap = near(plain);
    return Arrays.stream(plain.split("\u2026", -1))
        .map(
            part ->
                Arrays.stream(part.split("/", -1))
                    .map(word -> bounded(word.strip(), groups))
                    .collect(Collectors.joining("|", "(?:", ")")))
        .collect(Collectors.joining(gap));
  }

  /** A regular expression for the few characters that may stand beside such a phrase. */
  static String near(String phrase) {
    return phrase.matches("[\\p{ASCII}\u2026]*") ? LATIN_GAP : GAP;
  }

  /** The clause around a part of a text; what stands before a "but" is another one. */
  static String clause(String text, int from, int to) {
    int begin = from;
    while (begin > 0 && END.indexOf(text.charAt(begin - 1)) < 0) {
      begin--;
    }
    Matcher turn = TURN.matcher(text).region(begin, from);
    while (turn.find()) {
      begin = turn.end();
    }
    int end = to;
    while (end < text.length() && END.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(begin, end);
  }

  private static String bounded(String word, Map<String, Pattern> groups) {
    String before = LATIN_FIRST.matcher(word).matches() ? "(?<![a-z])" : "";
    String after = LATIN_LAST.matcher(word).matches() ? "(?![a-z])" : "";
    String quoted = APOSTROPHE.matcher(Pattern.quote(word)).replaceAll(OPTIONAL_APOSTROPHE);
    String filled =
        GROUP
            .matcher(quoted)
            .replaceAll(
                name -> {
                  Pattern group = groups.get(name.group(1));
                  String words = group == null ? name.group() : "\\E" + group.pattern();
                  return Matcher.quoteReplacement(
                      group == null ? words : words + name.group(2) + "\\Q");
                });
    return before + filled + after;
  }
}
