package dev.zhaoshang.domain;

import java.util.Map;

/** An entry of a ledger that a form fills. */
public interface Sheet extends Subject {

  /** The entry with these facts in place of its own. */
  LedgerEntry with(Map<String, Fact> fields);
}
