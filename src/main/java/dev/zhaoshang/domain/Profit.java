package dev.zhaoshang.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a distributor earns with a product: buying price = selling price × rate; margin = selling −
 * buying price, times the monthly volume; cash tied up = buying price × first order + deposit;
 * payback = cash ÷ monthly margin. Taxes, delivery and promotion are left out.
 *
 * @param buy yuan a pack
 * @param box margin, yuan a pack; negative for a loss
 * @param month margin, yuan a month
 * @param order packs of the first order
 * @param deposit yuan
 * @param cash yuan tied up
 * @param payback months to earn the cash back; empty when nothing is earned
 */
public record Profit(
    BigDecimal buy,
    BigDecimal box,
    BigDecimal month,
    BigDecimal order,
    BigDecimal deposit,
    BigDecimal cash,
    Optional<BigDecimal> payback) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MOST_YUAN = BigDecimal.valueOf(100_000);
  private static final BigDecimal MOST_PACKS = BigDecimal.valueOf(10_000_000);

  /** What is wrong with figures, in the order in which it is asked for. */
  public enum Flaw {
    /** There is no selling price. */
    NO_PRICE,
    /** There is neither a rate nor a buying price. */
    NO_RATE,
    /** There is no volume. */
    NO_VOLUME,
    /** A price is not above 0, or beyond 100,000 yuan. */
    PRICE_RANGE,
    /** The rate is not above 0, or above 100. */
    RATE_RANGE,
    /** A number of packs is no whole number above 0, or beyond 10,000,000. */
    VOLUME_RANGE,
    /** The deposit is negative. */
    DEPOSIT_RANGE
  }

  /** The first flaw of the figures; impossible ones before missing ones. */
  public static Optional<Flaw> flaw(ProfitFigures figures) {
    if (isOut(figures.sell(), MOST_YUAN) || isOut(figures.buy(), MOST_YUAN)) {
      return Optional.of(Flaw.PRICE_RANGE);
    }
    if (isOut(figures.rate(), HUNDRED)) {
      return Optional.of(Flaw.RATE_RANGE);
    }
    if (isNoCount(figures.volume()) || isNoCount(figures.order())) {
      return Optional.of(Flaw.VOLUME_RANGE);
    }
    if (figures.deposit() != null && figures.deposit().signum() < 0) {
      return Optional.of(Flaw.DEPOSIT_RANGE);
    }
    if (figures.sell() == null) {
      return Optional.of(Flaw.NO_PRICE);
    }
    if (figures.rate() == null && figures.buy() == null) {
      return Optional.of(Flaw.NO_RATE);
    }
    return figures.volume() == null ? Optional.of(Flaw.NO_VOLUME) : Optional.empty();
  }

  private static boolean isOut(@Nullable BigDecimal amount, BigDecimal most) {
    return amount != null && (amount.signum() <= 0 || amount.compareTo(most) > 0);
  }

  private static boolean isNoCount(@Nullable BigDecimal packs) {
    return isOut(packs, MOST_PACKS) || (packs != null && packs.stripTrailingZeros().scale() > 0);
  }

  /**
   * The profit from figures.
   *
   * @throws IllegalArgumentException when they have a flaw
   */
  public static Profit of(ProfitFigures figures) {
    BigDecimal sell = figures.sell();
    BigDecimal volume = figures.volume();
    if (flaw(figures).isPresent() || sell == null || volume == null) {
      throw new IllegalArgumentException("Figures with a flaw: " + figures);
    }
    BigDecimal buy = buy(figures, sell);
    BigDecimal box = sell.subtract(buy);
    BigDecimal month = box.multiply(volume);
    BigDecimal order = figures.order() == null ? volume : figures.order();
    BigDecimal deposit = figures.deposit() == null ? BigDecimal.ZERO : figures.deposit();
    BigDecimal cash = buy.multiply(order).add(deposit);
    Optional<BigDecimal> payback =
        month.signum() > 0
            ? Optional.of(cash.divide(month, 1, RoundingMode.HALF_UP))
            : Optional.empty();
    return new Profit(buy, box, month, order, deposit, cash, payback);
  }

  private static BigDecimal buy(ProfitFigures figures, BigDecimal sell) {
    BigDecimal rate = figures.rate();
    BigDecimal told = figures.buy();
    if (told != null || rate == null) {
      return told == null ? sell : told;
    }
    return sell.multiply(rate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }
}
