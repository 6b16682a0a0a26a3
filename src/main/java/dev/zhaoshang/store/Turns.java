package dev.zhaoshang.store;

import dev.zhaoshang.domain.TurnRecord;
import java.util.Optional;

/** Conversation records, one a turn, kept for good. */
public interface Turns {

  /** Keeps the record; keeping it again changes nothing. */
  void keep(TurnRecord turn);

  /** The record of a turn. */
  Optional<TurnRecord> find(String id);
}
