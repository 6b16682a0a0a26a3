package dev.zhaoshang.store.mongo;

import dev.zhaoshang.domain.Session;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * Brings a session document of an earlier layout to the present one, a step at a time. A new layout
 * raises {@link Session#SCHEMA} by one and adds the step from the one before at the end.
 */
final class SessionMigrations {

  private static final String SCHEMA = "schema";

  /**
   * The step at index n leads from schema n to n + 1. With schema 3 came packed records, which
   * versions before cannot read; documents in their place are read as before.
   */
  private static final List<UnaryOperator<BsonDocument>> STEPS =
      List.of(SessionMigrations::withUndo, SessionMigrations::withLedgers, document -> document);

  private SessionMigrations() {}

  /**
   * The document in the present layout.
   *
   * @throws IllegalStateException when a later version of the program wrote it
   */
  static BsonDocument migrate(BsonDocument document) {
    int schema = document.getNumber(SCHEMA, new BsonInt32(0)).intValue();
    if (schema > Session.SCHEMA) {
      throw new IllegalStateException(
          "The session of "
              + document.getString("_id").getValue()
              + " was written by a later version (schema "
              + schema
              + "); run that version, or restore an earlier backup.");
    }
    BsonDocument migrated = document.clone();
    for (UnaryOperator<BsonDocument> step : STEPS.subList(schema, Session.SCHEMA)) {
      migrated = step.apply(migrated);
    }
    migrated.put(SCHEMA, new BsonInt32(Session.SCHEMA));
    return migrated;
  }

  /** Before schema 1, turns could not be taken back or interrupted, nor a language be chosen. */
  private static BsonDocument withUndo(BsonDocument document) {
    document.computeIfAbsent("undo", key -> new BsonArray());
    document.computeIfAbsent("resume", key -> new BsonArray());
    document.computeIfAbsent("languageChosen", key -> BsonBoolean.FALSE);
    return document;
  }

  /** Before schema 2, turns changed no ledgers. */
  private static BsonDocument withLedgers(BsonDocument document) {
    document.getArray("undo").forEach(step -> step.asDocument().put("ledgers", new BsonArray()));
    if (document.containsKey("pending")) {
      document.getDocument("pending").put("ledgers", new BsonArray());
    }
    return document;
  }
}
