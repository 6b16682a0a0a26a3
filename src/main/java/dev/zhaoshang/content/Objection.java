package dev.zhaoshang.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A card against an objection.
 *
 * @param id the file's name
 * @param title what the distributor says, in essence
 * @param answers differently angled, in the order in which they are tried
 * @param reasons why this answer works
 * @param avoid what not to do
 * @param example a worked example
 * @param next the next step with this distributor
 * @param evidence ids of the facts that prove it, in the order in which they are shown
 * @param followUp what to come back with; null when there is nothing
 * @param examples utterances that raise it, by language tag ({@code zh}, {@code zh-TW}, {@code en})
 * @param together utterances that raise it first and another one too, by the other's id
 */
public record Objection(
    String id,
    Text title,
    List<Answer> answers,
    List<Text> reasons,
    List<Text> avoid,
    Text example,
    Text next,
    List<String> evidence,
    @Nullable FollowUp followUp,
    Map<String, List<String>> examples,
    Map<String, List<String>> together) {

  /** The eight, in the order of the source. */
  public static final List<String> IDS =
      List.of(
          "priceTooHigh",
          "unknownBrand",
          "hasOtherBrand",
          "noFunds",
          "shipBeforePay",
          "qualityDoubt",
          "worseThanCompetitor",
          "currentBrandPressure");

  public Objection {
    answers = List.copyOf(answers);
    reasons = List.copyOf(reasons);
    avoid = List.copyOf(avoid);
    evidence = List.copyOf(evidence);
    examples = Map.copyOf(examples);
    together = Map.copyOf(together);
  }

  /**
   * What the rep comes back with.
   *
   * @param what is to be done
   * @param days from the call on, at least 1
   */
  public record FollowUp(Text what, int days) {}

  /**
   * One way to answer.
   *
   * @param id within the card, camelCase
   * @param say the sentence to say now, at most 28 Han characters
   * @param ask the question to put to the customer
   */
  public record Answer(String id, Text say, Text ask) {}
}
