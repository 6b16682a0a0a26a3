package dev.zhaoshang.content;

import dev.zhaoshang.content.Manner.Agreement;
import dev.zhaoshang.content.Manner.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may not be said or promised.
 *
 * @param counsel that a lawyer of the company has to confirm the rules
 * @param manner how words deny, forbid, ask, tell of others and agree
 * @param rules in the order in which they are cited
 */
public record Compliance(Text counsel, Manner manner, List<Rule> rules) {

  /** Nothing is forbidden; for content without such a file. */
  static final Compliance NONE = new Compliance(new Text("", ""), Manner.NONE, List.of());

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
   * @param together words that break it where one of each meets in a clause, whatever their order:
   *     who gives, what, and to whom
   * @param granted what breaks it once the rep agrees to it, before or after it is named
   * @param unless words in whose clause they do not
   */
  public record Rule(
      String id,
      Kind kind,
      Text title,
      Text basis,
      Text instead,
      Finder words,
      List<List<Finder>> together,
      Finder granted,
      Pattern unless) {

    public Rule {
      together = List.copyOf(together);
    }
  }

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
    String read = manner.withoutFalseDenials(lower);
    Supplier<List<Agreement>> agreed = once(() -> manner.agreements(lower, read));
    List<Hit> hits = new ArrayList<>();
    for (Rule rule : rules) {
      new Search(manner, rule, read, agreed)
          .first()
          .ifPresent(part -> hits.add(new Hit(rule, part.from(), part.to())));
    }
    hits.sort(Comparator.comparingInt(Hit::from));
    return hits;
  }

  /** Whether a text tells that a customer wants or asks something. */
  public boolean asks(String text) {
    return manner.asks().matcher(manner.withoutFalseDenials(text.toLowerCase(Locale.ROOT))).find();
  }

  /** The rule with that id. */
  public Optional<Rule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private static <T> Supplier<T> once(Supplier<T> make) {
    List<T> made = new ArrayList<>(1);
    return () -> {
      if (made.isEmpty()) {
        made.add(make.get());
      }
      return made.get(0);
    };
  }

  /** Where a text breaks one rule. */
  private record Search(Manner manner, Rule rule, String text, Supplier<List<Agreement>> agreed) {

    Optional<Part> first() {
      return Optional.<Part>empty().or(this::byWords).or(this::byMeeting).or(this::byAgreement);
    }

    private Optional<Part> byWords() {
      if (!rule.words().in(text)) {
        return Optional.empty();
      }
      return rule.words()
          .pattern()
          .matcher(text)
          .results()
          .map(found -> new Part(found.start(), found.end()))
          .filter(part -> !isLawful(part, List.of(part)))
          .findFirst();
    }

    private Optional<Part> byMeeting() {
      return rule.together().stream()
          .filter(groups -> groups.stream().allMatch(group -> group.in(text)))
          .flatMap(groups -> met(groups).stream())
          .findFirst();
    }

    /** What groups of words meet in: a clause, or where harm is told a sentence. */
    private Optional<Part> met(List<Finder> groups) {
      Part clause = scope(0);
      while (true) {
        List<Part> parts = parts(groups, clause);
        if (parts.size() == groups.size()) {
          Part whole = parts.stream().reduce(Part::with).orElse(clause);
          if (!isLawful(whole, parts)) {
            return Optional.of(whole);
          }
        }
        if (clause.to() >= text.length()) {
          return Optional.empty();
        }
        clause = scope(clause.to() + 1);
      }
    }

    private Part scope(int from) {
      Part at = new Part(from, from);
      return rule.kind() == Kind.SAFETY ? Manner.sentence(text, at) : Manner.clause(text, at);
    }

    /** One part for each group, none within another; fewer if a group is missing. */
    private List<Part> parts(List<Finder> groups, Part clause) {
      List<Part> parts = new ArrayList<>();
      for (Finder group : groups) {
        Matcher matcher = group.pattern().matcher(text).region(clause.from(), clause.to());
        matcher
            .useTransparentBounds(true)
            .results()
            .map(found -> new Part(found.start(), found.end()))
            .filter(
                one -> parts.stream().noneMatch(p -> p.from() < one.to() && one.from() < p.to()))
            .findFirst()
            .ifPresent(parts::add);
      }
      return parts;
    }

    /** What the rep grants: in the words of the agreement, or by a bare one beside it. */
    private Optional<Part> byAgreement() {
      if (!rule.granted().in(text)) {
        return Optional.empty();
      }
      Matcher matcher = rule.granted().pattern().matcher(text);
      while (matcher.find()) {
        Part thing = new Part(matcher.start(), matcher.end());
        for (Agreement one : agreed.get()) {
          boolean here = one.clause().equals(Manner.clause(text, thing));
          boolean excused = manner.denied(text, thing) || (here && isExcused(thing));
          if ((here || one.bare()) && !excused) {
            return Optional.of(here ? thing.with(one.part()) : thing);
          }
        }
      }
      return Optional.empty();
    }

    /** Not agreed to afterwards, and denied, told of others, or said in a harmless way. */
    private boolean isLawful(Part whole, List<Part> parts) {
      boolean agreedTo =
          agreed.get().stream().anyMatch(one -> one.bare() && one.part().from() >= whole.to());
      return !agreedTo
          && (isExcused(whole) || parts.stream().anyMatch(one -> manner.denied(text, one)));
    }

    private boolean isExcused(Part part) {
      Part clause = Manner.clause(text, part);
      return manner.isHarmless(text, part)
          || rule.unless().matcher(text).region(clause.from(), clause.to()).find();
    }
  }
}
