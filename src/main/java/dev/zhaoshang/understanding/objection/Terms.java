package dev.zhaoshang.understanding.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a normalised text is made of. A term that occurs twice is listed twice. */
final class Terms {

  private static final int LONGEST_CHARACTERS = 3;
  private static final int LONGEST_SOUNDS = 3;

  /** Farthest that two words of a pair stand apart. */
  private static final int FARTHEST = 6;

  /** Words of a part, about; a Han character counts as one. */
  private static final int LONGEST_PART = 60;

  private static final Pattern BREAK = Pattern.compile("(?<=[\\s\\p{P}])");

  /** Reps set blanks between Chinese words as they like; they mean nothing. */
  private static final Pattern IDLE_BLANK =
      Pattern.compile("(?<=[\\p{IsHan}\\p{P}]) | (?=\\p{IsHan})");

  private static final Pattern CLAUSE_END = Pattern.compile("[\\s\\p{P}&&[^']]+");
  private static final Pattern ENGLISH_CLAUSE_END = Pattern.compile("[\\p{P}&&[^']]+");
  private static final Pattern WORD = Pattern.compile("[a-z0-9']+|\\p{IsHan}");

  private Terms() {}

  /** Runs of characters. */
  static List<String> characters(String normalized) {
    List<String> characters = new ArrayList<>();
    IDLE_BLANK
        .matcher(normalized)
        .replaceAll("")
        .codePoints()
        .forEach(c -> characters.add(Character.toString(c)));
    return runs(characters, LONGEST_CHARACTERS, "");
  }

  /** Runs of syllables and of Latin words. */
  static List<String> sounds(String normalized) {
    return runs(Syllables.of(normalized), LONGEST_SOUNDS, " ");
  }

  /**
   * Pairs of characters or words that stand apart in one clause, such as a negation and what it
   * denies.
   */
  static List<String> pairs(String normalized) {
    List<String> pairs = new ArrayList<>();
    for (String clause : clauses(normalized)) {
      List<String> words = WORD.matcher(clause).results().map(MatchResult::group).toList();
      for (int first = 0; first < words.size(); first++) {
        int last = Math.min(words.size() - 1, first + FARTHEST);
        for (int second = first + 2; second <= last; second++) {
          pairs.add(words.get(first) + "…" + words.get(second));
        }
      }
    }
    return pairs;
  }

  /** A long text cut between words or clauses. */
  static List<String> parts(String normalized) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    long words = 0;
    for (String piece : BREAK.splitAsStream(normalized).toList()) {
      long more = WORD.matcher(piece).results().count();
      if (words > 0 && words + more > LONGEST_PART) {
        parts.add(part.toString());
        part.setLength(0);
        words = 0;
      }
      part.append(piece);
      words += more;
    }
    parts.add(part.toString());
    return parts;
  }

  /** Clauses. English words are apart by blanks, so only its punctuation ends a clause. */
  static List<String> clauses(String normalized) {
    boolean chinese = normalized.codePoints().anyMatch(Character::isIdeographic);
    return (chinese ? CLAUSE_END : ENGLISH_CLAUSE_END).splitAsStream(normalized).toList();
  }

  private static List<String> runs(List<String> tokens, int longest, String joint) {
    List<String> runs = new ArrayList<>();
    for (int start = 0; start < tokens.size(); start++) {
      StringBuilder run = new StringBuilder();
      for (int end = start; end < Math.min(tokens.size(), start + longest); end++) {
        run.append(end > start ? joint : "").append(tokens.get(end));
        runs.add(run.toString());
      }
    }
    return runs;
  }
}
