package dev.zhaoshang.understanding.practice;

import dev.zhaoshang.content.Compliance;
import dev.zhaoshang.content.Practice;
import dev.zhaoshang.content.Practice.Exercise;
import dev.zhaoshang.content.Practice.MustNot;
import dev.zhaoshang.understanding.objection.SentenceVectors;
import dev.zhaoshang.understanding.practice.Verdict.Breach;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges answers by the checklist of practice.yml: which points they make, by the words that show
 * them or by what they mean, and whether they break a must-not of it or a rule of compliance.yml.
 */
public final class AnswerJudge {

  /** Bits that are no longer than this on average, and address nobody, are catchwords. */
  private static final int CATCHWORD_HAN = 9;

  private static final int CATCHWORD_WORDS = 5;

  /** Han characters and words of other scripts that make a sentence, however short. */
  private static final int SHORTEST = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\d']+");

  /** What the rules of compliance.yml that are no promises and no inducements are here. */
  private static final Map<String, String> CLAIMS = Map.of("disparage", "attacksOtherBrand");

  private static final String GAVE_UP = "gaveUp";

  private final Practice practice;
  private final Compliance compliance;
  private final Likeness likeness;
  private final Script script = new HanlpScript();

  /**
   * Judges by the lists of one version of the content.
   *
   * @param vectors the meaning of sentences
   */
  public AnswerJudge(Practice practice, Compliance compliance, SentenceVectors vectors) {
    this.practice = practice;
    this.compliance = compliance;
    this.likeness = new Likeness(practice, vectors);
  }

  /**
   * Judges one answer; the first to an exercise also waits until its sayings are learnt, which
   * takes some tenths of a second.
   *
   * @param exercise what it answers
   * @param answer as typed, any Unicode without lone surrogates
   */
  public Verdict judge(Exercise exercise, String answer) {
    Typed typed = Typed.of(answer, script);
    Set<String> points = points(exercise, typed.plain());
    boolean enough = suffices(exercise, points);
    List<Breach> breaches =
        breaches(typed).stream()
            .filter(breach -> !(enough && breach.mustNot().equals(GAVE_UP)))
            .toList();
    boolean said = said(typed.plain());
    return new Verdict(points, breaches, said, enough && said && breaches.isEmpty());
  }

  /** Whether points are enough to pass an exercise. */
  public static boolean suffices(Exercise exercise, Set<String> points) {
    return exercise.ways().stream()
        .anyMatch(
            way ->
                way.groups().stream()
                    .allMatch(
                        group ->
                            group.of().stream().filter(points::contains).count() >= group.least()));
  }

  private Set<String> points(Exercise exercise, String text) {
    Set<String> points = new LinkedHashSet<>();
    Stream.concat(exercise.points().stream(), practice.anywhere().stream())
        .filter(point -> point.words().matcher(text).find())
        .forEach(point -> points.add(point.id()));
    points.addAll(likeness.points(exercise, practice.anywhere(), text));
    return points;
  }

  private List<Breach> breaches(Typed typed) {
    Map<String, Breach> breaches = new LinkedHashMap<>();
    for (MustNot mustNot : practice.mustNots()) {
      mustNot
          .in(typed.plain())
          .map(clause -> typed.words(clause.from(), clause.to()))
          .map(words -> new Breach(mustNot.id(), words, null))
          .ifPresent(breach -> breaches.put(breach.mustNot(), breach));
    }
    for (Compliance.Hit hit : compliance.find(typed.plain())) {
      if (hit.rule().kind() != Compliance.Kind.SAFETY) {
        String words = typed.words(hit.from(), hit.to());
        Breach breach = new Breach(mustNot(hit.rule()), words, hit.rule());
        breaches.put(breach.mustNot(), breach);
      }
    }
    return List.copyOf(breaches.values());
  }

  private static String mustNot(Compliance.Rule rule) {
    return switch (rule.kind()) {
      case INDUCEMENT -> "unlawfulInducement";
      case PROMISE -> "promiseOutsidePolicy";
      default -> CLAIMS.getOrDefault(rule.id(), "inventedFact");
    };
  }

  private boolean said(String text) {
    return !practice.notSaid().matcher(text).find()
        && isSentence(text)
        && (practice.address().matcher(text).find() || !catchwords(text));
  }

  /** Whether it is more than a yes or a no. */
  private static boolean isSentence(String text) {
    long words = WORD.matcher(text).results().count();
    return text.codePoints().filter(AnswerJudge::isHan).count() + words >= SHORTEST;
  }

  private static boolean catchwords(String text) {
    long han = text.codePoints().filter(AnswerJudge::isHan).count();
    List<String> bits =
        Arrays.stream(text.split(han > 0 ? "[\\p{P}\\s]+" : "[\\p{P}\\n]+|\\s{2,}"))
            .map(String::strip)
            .filter(bit -> !bit.isEmpty())
            .toList();
    double length =
        han > 0
            ? han / (double) Math.max(1, bits.size())
            : bits.stream().mapToInt(bit -> bit.split("\\s+").length).average().orElse(0);
    return length <= (han > 0 ? CATCHWORD_HAN : CATCHWORD_WORDS);
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
