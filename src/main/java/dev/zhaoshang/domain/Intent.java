package dev.zhaoshang.domain;

/** What the rep wants with a text. */
public enum Intent {
  /** States values. */
  ANSWER,
  /** Replaces an earlier value. */
  CORRECT,
  /** Gives no value: unknown, later, not told. */
  SKIP,
  /** Brings up an objection of the distributor. */
  OBJECTION,
  /** A command, a question, small talk. */
  OTHER
}
