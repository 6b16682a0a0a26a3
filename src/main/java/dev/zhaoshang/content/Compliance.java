package dev.zhaoshang.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may not be said or promised.
 *
 * @param counsel that a lawyer of the company has to confirm the rules
 * @param lawfulBefore words that deny what follows them in the clause
 * @param lawfulAnywhere words that make the whole clause harmless
 * @param rules in the order in which they are cited
 */
public record Compliance(
    Text counsel, Pattern lawfulBefore, Pattern lawfulAnywhere, List<Rule> rules) {

  /** Nothing is forbidden; for content without such a file. */
  static final Compliance NONE =
      new Compliance(new Text("", ""), Pattern.compile("(?!)"), Pattern.compile("(?!)"), List.of());

  /** An "is it or is it not" is a question, no denial. */
  private static final Pattern EITHER_OR = Pattern.compile("(\\p{IsHan})\\p{IsHan}\\1");

  public Compliance {
    rules = List.copyOf(rules);
  }

  /** What a rule is about. */
  public enum Kind {
    /** A benefit that the law forbids. */
    INDUCEMENT,
    /** A false or disparaging statement. */
    CLAIM,
    /** A promise that the company's policy does not make. */
    PROMISE,
    /** An adverse drug reaction, which has to be reported. */
    SAFETY
  }

  /**
   * A rule.
   *
   * @param id camelCase
   * @param kind what it is about
   * @param title what is wrong
   * @param basis the law or policy behind it
   * @param instead what may be said instead
   * @param words that break it
   * @param unless words in whose clause they do not
   */
  public record Rule(
      String id, Kind kind, Text title, Text basis, Text instead, Finder words, Pattern unless) {}

  /**
   * A place that breaks a rule.
   *
   * @param rule that is broken
   * @param from index of its first character
   * @param to index after its last
   */
  public record Hit(Rule rule, int from, int to) {}

  /**
   * The places that break a rule, at most one a rule, in the order of the text.
   *
   * @param text any; capital letters count as small ones
   */
  public List<Hit> find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Hit> hits = new ArrayList<>();
    for (Rule rule : rules) {
      if (!rule.words().in(lower)) {
        continue;
      }
      Matcher matcher = rule.words().pattern().matcher(lower);
      while (matcher.find()) {
        if (!isLawful(rule, lower, matcher.start(), matcher.end())) {
          hits.add(new Hit(rule, matcher.start(), matcher.end()));
          break;
        }
      }
    }
    hits.sort(Comparator.comparingInt(Hit::from));
    return hits;
  }

  /** The rule with that id. */
  public Optional<Rule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private boolean isLawful(Rule rule, String lower, int from, int to) {
    int begin = from;
    while (begin > 0 && Phrase.END.indexOf(lower.charAt(begin - 1)) < 0) {
      begin--;
    }
    int end = to;
    while (end < lower.length() && Phrase.END.indexOf(lower.charAt(end)) < 0) {
      end++;
    }
    String clause = lower.substring(begin, end);
    String before = EITHER_OR.matcher(lower.substring(begin, from)).replaceAll("$1 $1");
    return lawfulBefore.matcher(before).find()
        || lawfulAnywhere.matcher(clause).find()
        || rule.unless().matcher(clause).find();
  }
}
