package dev.zhaoshang.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an assessment comes to: every part is graded, weighed and added, so that anybody can check
 * it. The decision follows the source: a second visit is for those with clear intent, or whom we
 * badly want.
 *
 * @param parts points by part, in the order of {@link #WEIGHTS}; a part that was not graded has
 *     none
 * @param total 0 to 100
 * @param decision what is suggested
 */
public record AssessmentScore(Map<String, Integer> parts, int total, Decision decision) {

  /** Most points of each part, by the field that grades it; 100 together. */
  public static final Map<String, Integer> WEIGHTS = weights();

  /** From so many points on somebody is worth winning, clear intent or not. */
  private static final int WORTH_WINNING = 70;

  private static final int WORTH_KEEPING = 45;

  /** Percent of a part's points, by the grade's id. */
  private static final Map<String, Integer> GRADES = Map.of("strong", 100, "fair", 60, "weak", 20);

  public AssessmentScore {
    parts = Map.copyOf(parts);
  }

  /** What to do with a distributor after the first round of visits. */
  public enum Decision {
    /** Visit again, to sign. */
    SECOND_VISIT,
    /** Keep in touch. */
    WAIT,
    /** Not for us. */
    NO;

    /** Its id: camelCase. */
    public String id() {
      return switch (this) {
        case SECOND_VISIT -> "secondVisit";
        case WAIT -> "wait";
        case NO -> "no";
      };
    }

    /** The decision with that id; waiting for one that is none. */
    public static Decision of(String id) {
      return List.of(values()).stream().filter(d -> d.id().equals(id)).findFirst().orElse(WAIT);
    }
  }

  private static Map<String, Integer> weights() {
    Map<String, Integer> weights = new LinkedHashMap<>();
    weights.put("money", 20);
    weights.put("ability", 25);
    weights.put("methods", 15);
    weights.put("network", 15);
    weights.put("reputation", 15);
    weights.put("intent", 10);
    return java.util.Collections.unmodifiableMap(weights);
  }

  /** Whether every part is graded. */
  public boolean isComplete() {
    return parts.keySet().containsAll(WEIGHTS.keySet());
  }

  /** The score of what is known of a distributor. */
  public static AssessmentScore of(Distributor distributor) {
    Map<String, Integer> parts = new LinkedHashMap<>();
    WEIGHTS.forEach(
        (field, most) ->
            distributor
                .text(field)
                .map(GRADES::get)
                .ifPresent(percent -> parts.put(field, most * percent / 100)));
    int total = parts.values().stream().mapToInt(Integer::intValue).sum();
    return new AssessmentScore(parts, total, decision(distributor, total));
  }

  private static Decision decision(Distributor distributor, int total) {
    boolean wants = distributor.text("intent").map("strong"::equals).orElse(false);
    boolean doubtful = distributor.text("reputation").map("weak"::equals).orElse(false);
    if (total < WORTH_KEEPING) {
      return Decision.NO;
    }
    return !doubtful && (wants || total >= WORTH_WINNING) ? Decision.SECOND_VISIT : Decision.WAIT;
  }
}
