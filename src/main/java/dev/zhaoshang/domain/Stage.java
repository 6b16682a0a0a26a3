package dev.zhaoshang.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How far a distributor has come, in the order of the source: from a name to an existing customer.
 */
public enum Stage {
  /** A name or a number. */
  LEAD,
  /** Talked to: at least half of the ten aspects are settled. */
  CALLED,
  /** Was told the eight points, but for one that is locked. */
  CONVEYED,
  /** On the visit list of a trip. */
  ON_VISIT_LIST,
  /** Others were asked about money, ability, methods and reputation. */
  BACKGROUND_CHECKED,
  /** Visited once. */
  FIRST_VISIT,
  /** Assessed. */
  ASSESSED,
  /** Visited again, for the contract. */
  SECOND_VISIT,
  /** Terms are talked about. */
  NEGOTIATING,
  /** Signed on trial, for named hospitals. */
  TRIAL,
  /** Signed as a second-tier customer. */
  SECOND_TIER,
  /** Signed. */
  CONTRACTED,
  /** Buys. */
  EXISTING,
  /** Given up, with a reason. */
  DROPPED;

  /** The field of a distributor that holds its stage's id; absent for a lead. */
  public static final String FIELD = "stage";

  /**
   * The steps that are taken one after another; what follows a signature is told, not worked at.
   */
  public static final List<Stage> LADDER =
      List.of(
          LEAD,
          CALLED,
          CONVEYED,
          ON_VISIT_LIST,
          BACKGROUND_CHECKED,
          FIRST_VISIT,
          ASSESSED,
          SECOND_VISIT,
          NEGOTIATING,
          CONTRACTED);

  /** Its id: camelCase. */
  public String id() {
    StringBuilder id = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
      id.append(
          id.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return id.toString();
  }

  /** The stage with that id. */
  public static Optional<Stage> of(String id) {
    return Arrays.stream(values()).filter(stage -> stage.id().equals(id)).findFirst();
  }

  /** The stage of a distributor, as it was kept when it changed last. */
  public static Stage of(Distributor distributor) {
    return distributor.text(FIELD).flatMap(Stage::of).orElse(LEAD);
  }

  /** Whether a signature stands, of whatever kind. */
  public boolean isSigned() {
    return this == TRIAL || this == SECOND_TIER || this == CONTRACTED || this == EXISTING;
  }

  /** Whether others have to be asked about a distributor before it can come so far. */
  public boolean needsBackground() {
    return compareTo(FIRST_VISIT) >= 0 && this != EXISTING && this != DROPPED;
  }

  /** The stage of somebody who reached these: the furthest, and dropped before all others. */
  public static Stage furthest(Collection<Stage> reached) {
    return reached.stream().max(Comparator.naturalOrder()).orElse(LEAD);
  }

  /**
   * The next step: the first of the ladder that was neither reached nor passed over.
   *
   * @return empty when nothing is left, or when it is signed or dropped
   */
  public static Optional<Stage> next(Set<Stage> reached, Set<Stage> passedOver) {
    Stage now = furthest(reached);
    if (now == DROPPED || now.isSigned()) {
      return Optional.empty();
    }
    return LADDER.stream()
        .filter(step -> step != LEAD)
        .filter(step -> !reached.contains(step) && !passedOver.contains(step))
        .findFirst();
  }
}
