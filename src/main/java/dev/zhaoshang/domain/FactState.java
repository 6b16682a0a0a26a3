package dev.zhaoshang.domain;

/** What is known of a field. A field without a fact is open. */
public enum FactState {
  /** A value was told. */
  KNOWN,
  /** Something was told that could not be read. */
  UNCLEAR,
  /** Passed over: later, or not asked. */
  SKIPPED,
  /** The distributor will not tell. */
  REFUSED,
  /** The distributor or the rep does not know. */
  UNKNOWN,
  /** Put off after unclear answers; asked once more at the end of its form. */
  PARKED,
  /** Taken from the records; open until the rep has confirmed it. */
  ASSUMED
}
