package dev.zhaoshang.understanding.intent;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** What the wording of a text says of why no value is given. */
public final class SkipSigns {

  private static final int FIRST_HAN = 0x2E80;

  /** A longer text tells something beside its skip; so many characters, if Chinese. */
  private static final int LONGEST_SKIP = 28;

  private final Finder unknown;
  private final Finder refused;
  private final Finder later;
  private final Finder then;
  private final Finder whole;
  private final Finder sure;
  private final Finder topicFirst;
  private final Finder toldThen;
  private final Finder theRest;
  private final Finder gone;
  private final Finder idle;

  /** Takes its patterns from the lexicon. */
  public SkipSigns(Lexicon lexicon) {
    unknown = lexicon.finder("skip.unknown");
    refused = lexicon.finder("skip.refused");
    later = lexicon.finder("skip.later");
    then = lexicon.finder("skip.then");
    whole = lexicon.finder("skip.short");
    sure = lexicon.finder("skip.sure");
    topicFirst = lexicon.finder("skip.topic");
    toldThen = lexicon.finder("skip.topic.told");
    theRest = lexicon.finder("skip.rest");
    gone = lexicon.finder("skip.gone");
    idle = lexicon.finder("skip.idle");
  }

  /** Why no value is given; empty when the wording does not say so. */
  public Optional<FactState> why(String plain) {
    Optional<FactState> plainly = plainly(plain);
    return plainly.isEmpty() && then.in(plain) ? Optional.of(FactState.SKIPPED) : plainly;
  }

  /** The same where a time to come, or somebody to ask, is no reason but a value. */
  public Optional<FactState> plainly(String plain) {
    if (refused.in(plain)) {
      return Optional.of(FactState.REFUSED);
    }
    boolean unsure = unknown.in(plain);
    if (!unsure && (later.in(plain) || whole.pattern().matcher(plain).matches())) {
      return Optional.of(FactState.SKIPPED);
    }
    return unsure || sure.in(plain) || leavesTopic(plain)
        ? Optional.of(FactState.UNKNOWN)
        : Optional.empty();
  }

  /** The text with spaces in the place of the words that say why no value is given. */
  public String without(String plain) {
    StringBuilder named = new StringBuilder(plain);
    Matcher topic = topicFirst.pattern().matcher(plain);
    if (topic.lookingAt()) {
      blank(named, topic.start(), topic.end());
    }
    return blanked(named.toString(), List.of(refused, later, then, unknown));
  }

  /** Share of the text that the words of a skip make up, 0 to 1. */
  public double coverage(String plain) {
    return covered(plain, without(plain));
  }

  /** The same where a time to come, or somebody to ask, is no reason but a value. */
  public double plainCoverage(String plain) {
    return covered(plain, blanked(plain, List.of(refused, later, unknown)));
  }

  private static double covered(String plain, String rest) {
    return 1 - letters(rest) / (double) Math.max(1, letters(plain));
  }

  /** Share of the words that tell anything which are those of a skip, 0 to 1. */
  public double share(String plain) {
    long skipped = letters(plain) - letters(without(plain));
    long told = letters(beside(plain));
    return skipped / (double) Math.max(1, skipped + told);
  }

  /** What the text tells beside the words of a skip, the names of what was asked left out. */
  public String beside(String plain) {
    return blanked(without(plain), List.of(idle));
  }

  private static String blanked(String plain, List<Finder> words) {
    StringBuilder rest = new StringBuilder(plain);
    for (Finder finder : words) {
      Matcher matcher = finder.pattern().matcher(plain);
      while (matcher.find()) {
        blank(rest, matcher.start(), matcher.end());
      }
    }
    return rest.toString();
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, ' ');
    }
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetterOrDigit).count();
  }

  /**
   * Whether the words of a skip are what a short text is about, however few they are: they are
   * plain, or what was asked is named before them.
   */
  public boolean surely(String plain) {
    return brief(plain) && !theRest.in(plain) && (sure.in(plain) || topicFirst.in(plain));
  }

  /** Whether it is no longer than a text that only skips. */
  public boolean brief(String plain) {
    boolean chinese = plain.chars().anyMatch(c -> c > FIRST_HAN);
    return plain.length() <= (chinese ? LONGEST_SKIP : 3 * LONGEST_SKIP);
  }

  /** Whether it begins with what was asked, in the words of a question, and goes on to tell. */
  public boolean namesQuestion(String plain) {
    return topicFirst.in(plain);
  }

  /** Whether it says that a telephone or a fax machine is no more. */
  public boolean gone(String plain) {
    return gone.in(plain);
  }

  /** Whether it only names what was asked, and tells nothing of it. */
  private boolean leavesTopic(String plain) {
    if (!topicFirst.in(plain)) {
      return false;
    }
    Matcher topic = topicFirst.pattern().matcher(plain);
    return topic.lookingAt() && !toldThen.in(plain.substring(topic.end()));
  }
}
