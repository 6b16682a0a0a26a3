package dev.zhaoshang.understanding.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into clauses: at punctuation always, at blanks only beside a Han character, since
 * reps who type Chinese use blanks as commas and those who type English do not.
 */
public final class ClauseSegmenter {

  private static final Pattern CUT =
      Pattern.compile(
          "[,;!?\\u3002\\u3001\\uFF0C\\uFF1B\\uFF01\\uFF1F\\n\\u2026]+|(?<!\\b(?:mr|ms|dr|mrs|st|co|ltd))\\.(?!\\d)\\s*"
              + "|(?<=[\\p{IsHan}0-9%])\\s+(?=[\\p{IsHan}])|(?<=\\p{IsHan})\\s+(?=\\S)");

  /** The clauses in order, without blanks around them; none is empty. */
  public List<Clause> clauses(String plain) {
    List<Clause> clauses = new ArrayList<>();
    Matcher cut = CUT.matcher(plain);
    int from = 0;
    while (cut.find()) {
      add(clauses, plain, from, cut.start());
      from = cut.end();
    }
    add(clauses, plain, from, plain.length());
    return clauses;
  }

  private static void add(List<Clause> clauses, String plain, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(plain.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(plain.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      clauses.add(new Clause(new Span(start, end), plain.substring(start, end)));
    }
  }
}
