package dev.zhaoshang.understanding.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts a normalised text into what its terms are made of. */
public final class Tokens {

  /** Words of a part, about; a Han character counts as one. */
  private static final int LONGEST_PART = 60;

  private static final Pattern BREAK = Pattern.compile("(?<=[\\s\\p{P}])");

  /** Reps set blanks between Chinese words as they like; they mean nothing. */
  private static final Pattern IDLE_BLANK =
      Pattern.compile("(?<=[\\p{IsHan}\\p{P}]) | (?=\\p{IsHan})");

  private static final Pattern CLAUSE_END = Pattern.compile("[\\s\\p{P}&&[^']]+");
  private static final Pattern ENGLISH_CLAUSE_END = Pattern.compile("[\\p{P}&&[^']]+");
  private static final Pattern WORD = Pattern.compile("[a-z0-9']+|\\p{IsHan}");

  private Tokens() {}

  /** Its characters, without blanks that mean nothing. */
  static List<String> characters(String normalized) {
    return IDLE_BLANK
        .matcher(normalized)
        .replaceAll("")
        .codePoints()
        .mapToObj(Character::toString)
        .toList();
  }

  /** The Latin words and Han characters of each clause. */
  static List<List<String>> words(String normalized) {
    return clauses(normalized).stream()
        .map(clause -> WORD.matcher(clause).results().map(MatchResult::group).toList())
        .toList();
  }

  /** A long text cut between words or clauses. */
  public static List<String> parts(String normalized) {
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
  public static List<String> clauses(String normalized) {
    boolean chinese = normalized.codePoints().anyMatch(Character::isIdeographic);
    return (chinese ? CLAUSE_END : ENGLISH_CLAUSE_END).splitAsStream(normalized).toList();
  }
}
