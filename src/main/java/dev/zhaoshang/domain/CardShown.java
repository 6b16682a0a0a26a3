package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which answers of a card a rep saw when a distributor raised its objection last. One an objection
 * and distributor, in the rep's coaching ledger.
 *
 * @param id {@code shown:<objection>:<who>}; {@code shown:<objection>} where an earlier version
 *     kept one an objection, so what is wanted is found by objection and distributor
 * @param objection id of the objection
 * @param variants ids of the answers shown since it was raised, the latest last; never empty
 * @param at when the latest was shown
 * @param distributor with whom; null when none was current
 * @param nature of distributor, as in {@link CardTally}
 * @param raised id of the {@link ObjectionRaised} in the distributor's ledger; null when none
 * @param outcome how it went; null until it is told
 * @param words with which it was raised; null or empty when the card was chosen by hand
 */
public record CardShown(
    String id,
    String objection,
    List<String> variants,
    Instant at,
    @Nullable String distributor,
    String nature,
    @Nullable String raised,
    @Nullable CardOutcome outcome,
    @Nullable String words)
    implements LedgerEntry {

  public CardShown {
    variants = List.copyOf(variants);
  }

  /**
   * The id of the entry of an objection and a distributor.
   *
   * @param distributor id of who raised it; null when none was current
   */
  public static String id(String objection, @Nullable String distributor) {
    return "shown:" + objection + ":" + who(distributor);
  }

  /** A distributor in ids and buttons; a dash stands for none. */
  public static String who(@Nullable String distributor) {
    return distributor == null ? "-" : distributor;
  }

  /** Whether it tells of that objection, raised by whom {@link #who} names. */
  public boolean isOf(String raised, String by) {
    return objection.equals(raised) && who(distributor).equals(by);
  }

  /** Another answer to the same objection, and how it went, are not taken back; its raising is. */
  @Override
  public boolean isHistory() {
    return variants.size() > 1 || outcome != null;
  }

  /** The answer shown last. */
  public String latest() {
    return variants.get(variants.size() - 1);
  }

  /** With the outcome told. */
  public CardShown with(CardOutcome told) {
    return new CardShown(id, objection, variants, at, distributor, nature, raised, told, words);
  }
}
