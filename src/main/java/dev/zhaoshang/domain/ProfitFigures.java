package dev.zhaoshang.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Figures from which a distributor's profit with a product is worked out; null for what is not
 * known. Any number may stand here; {@link Profit#flaw} says which are impossible.
 *
 * @param sell yuan that the distributor gets for a pack
 * @param rate discount rate, percent of {@code sell} that the distributor pays
 * @param buy yuan that the distributor pays for a pack; else it follows from the rate
 * @param volume packs sold a month
 * @param order packs of the first order; a month's volume when it is not known
 * @param deposit yuan of market deposit; none when it is not known
 */
public record ProfitFigures(
    @Nullable BigDecimal sell,
    @Nullable BigDecimal rate,
    @Nullable BigDecimal buy,
    @Nullable BigDecimal volume,
    @Nullable BigDecimal order,
    @Nullable BigDecimal deposit) {

  /** No figures. */
  public static final ProfitFigures NONE = new ProfitFigures(null, null, null, null, null, null);

  /** These figures, with those of the other ones where these have none. */
  public ProfitFigures or(ProfitFigures other) {
    boolean priced = buy != null || rate != null;
    return new ProfitFigures(
        sell == null ? other.sell : sell,
        priced ? rate : other.rate,
        priced ? buy : other.buy,
        volume == null ? other.volume : volume,
        order == null ? other.order : order,
        deposit == null ? other.deposit : deposit);
  }
}
