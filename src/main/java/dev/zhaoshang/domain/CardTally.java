package dev.zhaoshang.domain;

/**
 * How often one answer of a card was shown to a rep, with distributors of one nature, and how it
 * went. It stands in the rep's coaching ledger.
 *
 * @param id {@code <objection>:<variant>:<nature>}
 * @param objection id of the objection
 * @param variant id of the answer within the card
 * @param nature of distributor, a choice of the field {@code nature}; {@link #ANY_NATURE} when
 *     unknown
 * @param raised how often the objection was raised and this was the first answer to it
 * @param shown how often it was shown
 * @param softened how often the distributor gave way
 * @param unchanged how often nothing changed
 * @param ended how often the distributor ended the call
 * @param dealStep how often it led to a step towards a deal
 */
public record CardTally(
    String id,
    String objection,
    String variant,
    String nature,
    int raised,
    int shown,
    int softened,
    int unchanged,
    int ended,
    int dealStep)
    implements LedgerEntry {

  /** Stands for a nature that is not known. */
  public static final String ANY_NATURE = "unknown";

  /** A tally of nothing yet. */
  public static CardTally empty(String objection, String variant, String nature) {
    return new CardTally(
        id(objection, variant, nature), objection, variant, nature, 0, 0, 0, 0, 0, 0);
  }

  /** The id of such a tally. */
  public static String id(String objection, String variant, String nature) {
    return objection + ":" + variant + ":" + nature;
  }

  /** The id of the ledger in which a rep's tallies stand. */
  public static String ledger(String rep) {
    return "coaching:" + rep;
  }

  @Override
  public boolean isHistory() {
    return true;
  }

  /**
   * After one more showing.
   *
   * @param first whether it was the first answer to an objection just raised
   */
  public CardTally shownAgain(boolean first) {
    return new CardTally(
        id,
        objection,
        variant,
        nature,
        raised + (first ? 1 : 0),
        shown + 1,
        softened,
        unchanged,
        ended,
        dealStep);
  }

  /**
   * After a showing was taken back because nobody had raised the objection.
   *
   * @param first whether it counted as the first answer to it
   */
  public CardTally notShown(boolean first) {
    return new CardTally(
        id,
        objection,
        variant,
        nature,
        Math.max(0, raised - (first ? 1 : 0)),
        Math.max(0, shown - 1),
        softened,
        unchanged,
        ended,
        dealStep);
  }

  /** After an outcome was told ({@code by} 1) or taken back ({@code by} -1). */
  public CardTally with(CardOutcome outcome, int by) {
    return new CardTally(
        id,
        objection,
        variant,
        nature,
        raised,
        shown,
        softened + (outcome == CardOutcome.SOFTENED ? by : 0),
        unchanged + (outcome == CardOutcome.UNCHANGED ? by : 0),
        ended + (outcome == CardOutcome.ENDED ? by : 0),
        dealStep + (outcome == CardOutcome.DEAL_STEP ? by : 0));
  }

  /** How often an outcome was told. */
  public int rated() {
    return softened + unchanged + ended + dealStep;
  }

  /** How often it did its work. */
  public int won() {
    return softened + dealStep;
  }
}
