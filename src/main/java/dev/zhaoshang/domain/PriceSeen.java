package dev.zhaoshang.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price in the market that a rep heard of: ours or that of another company, to compare between
 * customers, periods and companies. In the distributor's ledger, or among the rep's remarks.
 *
 * @param id of the entry
 * @param distributor id of the distributor with whom it was heard; null for none
 * @param customer name of that distributor; empty for none
 * @param company whose price it is; empty for ours
 * @param item what it is the price of, in the rep's words; may be empty
 * @param fen the price of a pack in hundredths of a yuan, positive
 * @param words as typed
 * @param rep id of the rep who heard it
 * @param at when it was told
 */
public record PriceSeen(
    String id,
    @Nullable String distributor,
    String customer,
    String company,
    String item,
    long fen,
    String words,
    String rep,
    Instant at)
    implements LedgerEntry {

  private static final int DECIMALS = 2;

  /** Hundredths of a yuan. */
  public static long fen(BigDecimal yuan) {
    return yuan.movePointRight(DECIMALS).longValue();
  }

  /** An amount of hundredths in yuan, as it is read. */
  public static String yuan(long fen) {
    return BigDecimal.valueOf(fen, DECIMALS).stripTrailingZeros().toPlainString();
  }

  /** Whether the other one is of the same thing of the same company. */
  public boolean isLike(PriceSeen other) {
    return company.equalsIgnoreCase(other.company) && item.equalsIgnoreCase(other.item);
  }
}
