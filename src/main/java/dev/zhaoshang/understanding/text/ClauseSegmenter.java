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

  private static final int LONGEST = 120;
  private static final int RUN_ON = 14;
  private static final int SHORTEST = 3;
  private static final String SIGNS = "[\\x{1F000}-\\x{1FAFF}\\u2600-\\u27BF\\uFE0F]+";

  private static final Pattern CUT =
      Pattern.compile(
          "\\s/\\s|(?<!\\d),+|,(?!\\d{3}(?!\\d))|[|;!?\\u3002\\u3001\\uFF0C\\uFF1B\\uFF01\\uFF1F\\n"
              + "\\u2026\\u201C\\u201D\\u300C\\u300D\\u300E\\u300F\\u300A\\u300B]+|(?<!\\b(?:mr|ms|dr|mrs|st|co|ltd))\\.(?!\\d)\\s*"
              + "|(?<=[\\p{IsHan}0-9%])\\s+(?=[\\p{IsHan}])|(?<=\\p{IsHan})\\s+(?=\\S)|"
              + SIGNS);

  /** The clauses in order, without blanks around them; none is empty. */
  public List<Clause> clauses(String plain) {
    List<Clause> clauses = new ArrayList<>();
    Matcher cut = CUT.matcher(plain);
    Matcher amount = spaced.matcher(plain);
    int within = amount.find() ? amount.start() : plain.length();
    int from = 0;
    while (cut.find()) {
      while (within < plain.length() && amount.end() <= cut.start()) {
        within = amount.find() ? amount.start() : plain.length();
      }
      if (cut.start() >= within) {
        continue;
      }
      bounded(clauses, plain, from, cut.start());
      from = cut.end();
    }
    bounded(clauses, plain, from, plain.length());
    return clauses;
  }

  private final Pattern runOn;
  private final Pattern spaced;

  /**
   * Takes from the lexicon the words that begin a clause in a text without pauses, and the amounts
   * that some type with blanks around the number.
   */
  public ClauseSegmenter(Lexicon lexicon) {
    spaced = lexicon.pattern("amount.spaced");
    runOn = lexicon.pattern("cut.before");
  }

  /** Adds a clause in pieces that no pattern takes long to read. */
  private void bounded(List<Clause> clauses, String plain, int from, int to) {
    int start = from;
    Matcher begins = runOn.matcher(plain).region(from, to);
    while (to - from >= RUN_ON && begins.find()) {
      if (begins.start() - start >= SHORTEST) {
        add(clauses, plain, start, begins.start());
        start = begins.start();
      }
    }
    while (start < to) {
      int end = Math.min(to, start + LONGEST);
      int blank = end < to ? plain.lastIndexOf(' ', end) : end;
      end = blank > start ? blank : end;
      add(clauses, plain, start, end);
      start = end;
    }
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
