package dev.zhaoshang.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the discount rate and our supply price must not be quoted to a distributor. Retail prices are
 * never locked.
 *
 * @param reason the first that applies
 * @param territory the region that has an agent; null for other reasons
 */
public record PriceLock(Reason reason, @Nullable Territory territory) {

  /** What is in the way. */
  public enum Reason {
    /** It is not known which region the distributor wants, so it cannot be checked. */
    NO_REGION,
    /** A wanted region has another agent. */
    TAKEN,
    /** The distributor is not assessed. */
    NOT_ASSESSED,
    /** The assessment leaves out what it is about, so the distributor cannot be judged by it. */
    PARTLY_ASSESSED,
    /** The assessment says that we do not work with the distributor. */
    TURNED_DOWN
  }

  /**
   * Why a distributor cannot be judged, or is not for us; null when it is assessed. An assessment
   * counts once each of its parts is graded, and unless it turns the distributor down.
   */
  public static @Nullable Reason doubt(Ledger ledger, Distributor distributor) {
    Assessment given = Assessment.in(ledger).orElse(null);
    if (given == null) {
      return Reason.NOT_ASSESSED;
    }
    AssessmentScore score = AssessmentScore.of(distributor);
    if (!score.isComplete()) {
      return Reason.PARTLY_ASSESSED;
    }
    String decision = given.decision();
    AssessmentScore.Decision decided =
        decision == null ? score.decision() : AssessmentScore.Decision.of(decision);
    return decided == AssessmentScore.Decision.NO ? Reason.TURNED_DOWN : null;
  }

  /**
   * The lock on what we may quote.
   *
   * @param regions codes of the regions that the distributor wants
   * @param territories of those regions, of any product
   * @param product id of our product; null when it is not known, then any of ours counts
   * @param asking the distributor itself, which may be the agent
   * @param doubt why the distributor cannot be judged or is not for us; null when it is assessed
   * @return empty when the rate may be quoted
   */
  public static Optional<PriceLock> on(
      List<String> regions,
      Collection<Territory> territories,
      @Nullable String product,
      Territory.Asking asking,
      @Nullable Reason doubt) {
    Optional<Territory> taken =
        territories.stream()
            .filter(t -> product == null || t.product().equals(product))
            .filter(t -> t.bars(asking))
            .filter(t -> regions.stream().anyMatch(t::touches))
            .findFirst();
    if (taken.isPresent()) {
      return Optional.of(new PriceLock(Reason.TAKEN, taken.get()));
    }
    if (doubt != null) {
      return Optional.of(new PriceLock(doubt, null));
    }
    return regions.isEmpty()
        ? Optional.of(new PriceLock(Reason.NO_REGION, null))
        : Optional.empty();
  }
}
