package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.store.Sessions;
import java.util.Optional;
import org.bson.BsonDocument;

/** Sessions: <code>{_id: rep, version, schema, …, pending}</code>, read and written by _id only. */
final class MongoSessions implements Sessions {

  private final Documents<Session> sessions;

  MongoSessions(MongoDatabase database) {
    this.sessions =
        new Documents<>(
            database.getCollection("sessions", BsonDocument.class), Session.class, "rep");
  }

  @Override
  public Optional<Session> find(String rep) {
    return sessions
        .findDocument(eq("_id", rep))
        .map(SessionMigrations::migrate)
        .map(sessions::domain);
  }

  @Override
  public boolean commit(Session next) {
    return sessions.commit(next, next.version());
  }
}
