package dev.zhaoshang.content;

import java.util.List;
import java.util.Map;

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
    examples = Map.copyOf(examples);
    together = Map.copyOf(together);
  }

  /**
   * One way to answer.
   *
   * @param id within the card, camelCase
   * @param say the sentence to say now, at most 28 Han characters
   * @param ask the question to put to the customer
   */
  public record Answer(String id, Text say, Text ask) {}
}
