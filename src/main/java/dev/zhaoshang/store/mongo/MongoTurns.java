package dev.zhaoshang.store.mongo;

import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.domain.TurnRecord;
import dev.zhaoshang.store.Turns;
import java.util.Optional;

/** Conversation records: <code>{_id: inbox id, rep, seq, text, meaning, …}</code>. */
final class MongoTurns implements Turns {

  private final Documents<TurnRecord> turns;

  MongoTurns(MongoDatabase database) {
    this.turns = new Documents<>(Reapplied.collection(database, "turns"), TurnRecord.class, "id");
  }

  @Override
  public void keep(TurnRecord turn) {
    turns.insert(turn);
  }

  @Override
  public void redact(String id) {
    turns.find(id).ifPresent(turn -> turns.put(turn.redacted()));
  }

  @Override
  public Optional<TurnRecord> find(String id) {
    return turns.find(id);
  }
}
