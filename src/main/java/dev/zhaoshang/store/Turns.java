package dev.zhaoshang.store;

import dev.zhaoshang.domain.TurnRecord;
import java.util.Optional;

/** Conversation records, one a turn, kept for good. */
public interface Turns {

  /** Keeps the record; keeping it again changes nothing. */
  void keep(TurnRecord turn);

  /** Removes what was said in a turn, and leaves that there was one. */
  void redact(String id);

  /** The record of a turn. */
  Optional<TurnRecord> find(String id);
}
