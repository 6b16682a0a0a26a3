package dev.zhaoshang.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How something is said: denied, forbidden, told of somebody else, asked for, or agreed to.
 *
 * @param denies words that deny what follows them in the clause
 * @param harmless words that make the whole clause harmless
 * @param deniesNothing words that look like a denial and are none, such as "no problem"
 * @param others words of somebody else who does what follows them, such as another firm
 * @param asks words by which what follows is asked for or told by a customer
 * @param agrees words by which the rep agrees to what they name, or else to what was said before
 * @param offers words by which the rep gives what they name
 * @param agreesNothing words in whose clause those agree to something else
 */
record Manner(
    Pattern denies,
    Pattern harmless,
    Pattern deniesNothing,
    Pattern others,
    Pattern asks,
    Pattern agrees,
    Pattern offers,
    Pattern agreesNothing) {

  private static final String QUESTION = "?\uff1f";

  /** What ends a sentence. */
  private static final String STOP = "\u3002\uff01\uff1f!?\n";

  private static final Pattern NEVER = Pattern.compile("(?!)");

  /** Nothing of the kind. */
  static final Manner NONE = new Manner(NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER);

  /** An "is it or is it not" is a question, no denial. */
  private static final Pattern EITHER_OR = Pattern.compile("(\\p{IsHan})\\p{IsHan}\\1");

  /** After so few characters an agreement has no object of its own, and is to what was said. */
  private static final int BARE = 5;

  private static final int BARE_LATIN = 14;

  /**
   * A part of a text.
   *
   * @param from index of its first character
   * @param to index after its last
   */
  record Part(int from, int to) {

    /** From the first character of either to the last. */
    Part with(Part other) {
      return new Part(Math.min(from, other.from), Math.max(to, other.to));
    }
  }

  /**
   * The rep's agreement.
   *
   * @param part its words
   * @param clause in which they stand
   * @param bare whether it names nothing, and so agrees to what is said beside it
   */
  record Agreement(Part part, Part clause, boolean bare) {}

  /** The text, as long as before, without what looks like a denial and is none. */
  String withoutFalseDenials(String text) {
    return deniesNothing.matcher(text).replaceAll(one -> " ".repeat(one.group().length()));
  }

  /**
   * Where the rep agrees to something.
   *
   * @param text as it is
   * @param read the same without false denials
   */
  List<Agreement> agreements(String text, String read) {
    List<Agreement> found = new ArrayList<>();
    agrees.matcher(text).results().forEach(one -> agreement(one, text, read, true, found));
    offers.matcher(text).results().forEach(one -> agreement(one, text, read, false, found));
    return found;
  }

  private void agreement(
      MatchResult words, String text, String read, boolean strong, List<Agreement> found) {
    Part part = new Part(words.start(), words.end());
    Part clause = clause(text, part);
    boolean asked = clause.to() < text.length() && QUESTION.indexOf(text.charAt(clause.to())) >= 0;
    boolean own =
        !asked
            && !asks.matcher(read).region(clause.from(), part.to()).find()
            && !denied(read, part)
            && !agreesNothing.matcher(text).region(clause.from(), clause.to()).find();
    if (own) {
      String rest = text.substring(part.to(), clause.to()).strip();
      boolean latin = rest.chars().allMatch(c -> c < 128);
      boolean bare = strong && rest.length() <= (latin ? BARE_LATIN : BARE);
      found.add(new Agreement(part, clause, bare));
    }
  }

  /** Whether a denial stands before it in its clause. */
  boolean denied(String text, Part part) {
    String before = text.substring(clause(text, part).from(), part.from());
    return denies.matcher(EITHER_OR.matcher(before).replaceAll("$1 $1")).find();
  }

  /** Whether its clause forbids it, or tells it of somebody else. */
  boolean isHarmless(String text, Part part) {
    Part clause = clause(text, part);
    return harmless.matcher(text).region(clause.from(), clause.to()).find()
        || others.matcher(text).region(clause.from(), part.from()).find();
  }

  /** The clause around a part. */
  static Part clause(String text, Part part) {
    return within(Phrase.END, text, part);
  }

  /** The sentence around a part. */
  static Part sentence(String text, Part part) {
    return within(STOP, text, part);
  }

  private static Part within(String ends, String text, Part part) {
    int begin = part.from();
    while (begin > 0 && ends.indexOf(text.charAt(begin - 1)) < 0) {
      begin--;
    }
    int end = part.to();
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new Part(begin, end);
  }
}
