package dev.zhaoshang.domain;

import java.time.Instant;

/** An entry about which its owner is told, unasked, when its time has come. */
public interface Timely {

  /** The time that was planned for it first. */
  Instant planned();

  /** The entry with another time to tell of it; the planned one stays. */
  LedgerEntry later(Instant next);
}
