package dev.zhaoshang.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text means, given what was asked.
 *
 * @param intent what the rep wants
 * @param confidence of the intent, 0 to 1
 * @param fields what it states, at most one entry a field
 * @param skip for {@link Intent#SKIP}: why there is no value (skipped, refused or unknown); else
 *     null
 * @param fired objections sure enough for a card at once, best first
 * @param ranked all objections, likeliest first
 * @param command what to do; null when the text is no command
 * @param argument of the command; null when it has none
 * @param language the language it is written in; null when the text does not show it (a number)
 */
public record Meaning(
    Intent intent,
    double confidence,
    List<Found> fields,
    @Nullable FactState skip,
    List<String> fired,
    List<Scored> ranked,
    @Nullable Command command,
    @Nullable String argument,
    @Nullable Language language) {

  public Meaning {
    fields = List.copyOf(fields);
    fired = List.copyOf(fired);
    ranked = List.copyOf(ranked);
  }

  /** The same without what it states of these fields. */
  public Meaning without(Set<String> others) {
    List<Found> rest = fields.stream().filter(one -> !others.contains(one.field())).toList();
    return new Meaning(intent, confidence, rest, skip, fired, ranked, command, argument, language);
  }

  /** The same of a text that tells those fields only; it answers nothing when it tells none. */
  public Meaning telling(List<Found> told) {
    Intent rest = told.isEmpty() && intent == Intent.ANSWER ? Intent.OTHER : intent;
    return new Meaning(rest, confidence, told, skip, fired, ranked, command, argument, language);
  }

  /**
   * An objection and how likely it is raised.
   *
   * @param objection id of the objection
   * @param score probability that the text raises it, 0 to 1
   */
  public record Scored(String objection, double score) {}
}
