package dev.zhaoshang.domain;

/** How the distributor took what a card had the rep say. */
public enum CardOutcome {
  /** The distributor gave way a little. */
  SOFTENED,
  /** Nothing changed. */
  UNCHANGED,
  /** The distributor ended the call. */
  ENDED,
  /** It led to a step towards a deal. */
  DEAL_STEP;

  /** Whether the card did its work. */
  public boolean isSuccess() {
    return this == SOFTENED || this == DEAL_STEP;
  }
}
