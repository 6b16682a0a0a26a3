package dev.zhaoshang.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which answer of a card comes next: the one with the best lower bound of its success, and every
 * fourth time the one that was tried least. The same data give the same answer.
 */
public final class CardOrder {

  /** Every so many showings the least tried answer has its turn. */
  private static final int TRY_EVERY = 4;

  /** From so many outcomes on a nature of distributor speaks for itself. */
  private static final int ENOUGH = 5;

  private final List<String> variants;
  private final List<CardTally> tallies;
  private final String nature;

  /**
   * An order.
   *
   * @param variants ids of the card's answers, in the card's order; at least one
   * @param tallies of this objection
   * @param nature of the distributor that is spoken with
   */
  public CardOrder(List<String> variants, Collection<CardTally> tallies, String nature) {
    this.variants = List.copyOf(variants);
    this.tallies = List.copyOf(tallies);
    this.nature = nature;
  }

  /**
   * The next answer.
   *
   * @param seen answers that were shown already, the latest last; the latest never comes again at
   *     once, the others only when there is nothing else
   */
  public String next(List<String> seen) {
    List<String> fresh = variants.stream().filter(variant -> !seen.contains(variant)).toList();
    if (!fresh.isEmpty()) {
      return best(fresh);
    }
    String latest = seen.get(seen.size() - 1);
    List<String> others = variants.stream().filter(variant -> !variant.equals(latest)).toList();
    return best(others.isEmpty() ? variants : others);
  }

  private String best(List<String> candidates) {
    Comparator<String> leastTried = Comparator.comparingInt(this::shown);
    boolean tries = variants.stream().mapToInt(this::shown).sum() % TRY_EVERY == TRY_EVERY - 1;
    Comparator<String> order =
        tries
            ? leastTried
            : Comparator.<String>comparingDouble(variant -> -low(variant))
                .thenComparing(leastTried);
    return candidates.stream().min(order).orElseThrow();
  }

  private int shown(String variant) {
    return tallies.stream()
        .filter(tally -> tally.variant().equals(variant))
        .mapToInt(CardTally::shown)
        .sum();
  }

  private double low(String variant) {
    Predicate<CardTally> ofVariant = tally -> tally.variant().equals(variant);
    List<CardTally> all = tallies.stream().filter(ofVariant).toList();
    List<CardTally> same = all.stream().filter(tally -> tally.nature().equals(nature)).toList();
    return bound(rated(same) >= ENOUGH ? same : all);
  }

  private static int rated(List<CardTally> some) {
    return some.stream().mapToInt(CardTally::rated).sum();
  }

  private static double bound(List<CardTally> some) {
    return Wilson.of(some.stream().mapToInt(CardTally::won).sum(), rated(some)).low();
  }
}
