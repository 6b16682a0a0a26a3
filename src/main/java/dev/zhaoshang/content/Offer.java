package dev.zhaoshang.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What we sell, and on which terms. Any fact may be missing; then it is said to be missing.
 *
 * @param products of products.yml, in its order
 * @param policy of policy.yml
 */
public record Offer(List<Product> products, Policy policy) {

  /** Nothing is known. */
  static final Offer NONE =
      new Offer(List.of(), new Policy(false, Map.of(), Optional.empty(), Optional.empty()));

  /** Ids of the facts of a product that a card may refer to as evidence. */
  public static final List<String> PRODUCT_FACTS =
      List.of(
          "spec",
          "retail",
          "discountRate",
          "supplyPrice",
          "selling",
          "productIdea",
          "margins",
          "report");

  public Offer {
    products = List.copyOf(products);
  }

  /**
   * The product that is meant: the one that the words name, or else the only one that we have.
   *
   * @param words what was typed of a product; null when nothing was
   */
  public Optional<Product> product(@Nullable String words) {
    Optional<Product> named =
        words == null
            ? Optional.empty()
            : products.stream().filter(product -> product.isNamedIn(words)).findFirst();
    return named.isEmpty() && words == null && products.size() == 1
        ? Optional.of(products.get(0))
        : named;
  }

  /**
   * One of our products.
   *
   * @param id camelCase
   * @param example whether it is made up, to be replaced by a real one
   * @param name of it
   * @param also other names
   * @param spec form, strength and pack
   * @param retail retail price by tier
   * @param discountRate at which we supply, in percent of the retail price; withheld while locked
   * @param supplyPrice at which we supply, yuan a pack; withheld while locked
   * @param selling selling points
   * @param salesIdea how to sell it
   * @param margins what a distributor may earn, worked out; withheld while locked
   * @param report quality report
   */
  public record Product(
      String id,
      boolean example,
      Text name,
      List<String> also,
      Optional<Text> spec,
      Map<Tier, BigDecimal> retail,
      Optional<BigDecimal> discountRate,
      Optional<BigDecimal> supplyPrice,
      List<Text> selling,
      Optional<Text> salesIdea,
      List<Margin> margins,
      Optional<Text> report) {

    private boolean isNamedIn(String words) {
      String lower = words.toLowerCase(Locale.ROOT);
      return lower.contains(name.zh().toLowerCase(Locale.ROOT))
          || lower.contains(name.en().toLowerCase(Locale.ROOT))
          || also.stream().anyMatch(one -> lower.contains(one.toLowerCase(Locale.ROOT)));
    }
  }

  /** How dear a pack is among those of its kind. */
  public enum Tier {
    /** The dear one. */
    HIGH,
    /** The one between. */
    MIDDLE,
    /** The cheap one. */
    LOW
  }

  /**
   * An example of a margin.
   *
   * @param title whose, or by which channel
   * @param buy yuan a pack that the distributor pays
   * @param sell yuan a pack that the distributor gets
   * @param volume packs a month
   */
  public record Margin(Text title, BigDecimal buy, BigDecimal sell, int volume) {}

  /**
   * The company's terms.
   *
   * @param example whether they are made up, to be replaced by the real ones
   * @param points terms by their id, one of {@link #POINTS}
   * @param deposit yuan a region; empty when it is not told
   * @param earlyReturnHospitals so many hospitals opened, and the deposit is returned early
   */
  public record Policy(
      boolean example,
      Map<String, Text> points,
      Optional<BigDecimal> deposit,
      Optional<Integer> earlyReturnHospitals) {

    /** Ids of the terms that policy.yml may tell. */
    public static final List<String> POINTS =
        List.of(
            "company",
            "salesIdea",
            "targets",
            "deposit",
            "earlyReturn",
            "protection",
            "payment",
            "priceSystem",
            "stock",
            "training",
            "returns",
            "otherProducts");

    public Policy {
      points = Map.copyOf(points);
    }

    /** A term; empty when policy.yml does not tell it. */
    public Optional<Text> point(String id) {
      return Optional.ofNullable(points.get(id));
    }
  }
}
