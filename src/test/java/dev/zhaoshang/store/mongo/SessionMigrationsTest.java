package dev.zhaoshang.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.store.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionMigrationsTest {

  @TempDir private Path dir;
  private EmbeddedServer server;
  private MongoStore store;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(dir, failure -> {});
    store = MongoStore.open(server.uri(), dir, Duration.ofDays(14));
  }

  @AfterEach
  void close() {
    store.close();
    server.close();
  }

  @Test
  void a_session_of_schema_0_goes_on_where_it_was_and_is_rewritten_by_the_next_commit() {
    insert(
        """
        {_id: "rep", version: {$numberLong: "7"}, schema: 0, content: "c0",
         position: {state: "intake.nature", form: "intake", asked: "nature", tries: 1},
         distributor: "d1", language: "zh", inboxSeq: {$numberLong: "12"}, instance: "i1"}
        """);
    Session.Position position =
        new Session.Position("intake.nature", "intake", "nature", 1, null, null);
    Session expected =
        new Session(
            "rep",
            7,
            Session.SCHEMA,
            "c0",
            position,
            List.of(),
            "d1",
            Language.ZH,
            false,
            12,
            "i1",
            List.of(),
            null,
            null);
    assertThat(store.sessions().find("rep")).contains(expected);
    Session next =
        new Session(
            "rep",
            8,
            Session.SCHEMA,
            "c1",
            position,
            List.of(),
            "d1",
            Language.EN,
            true,
            13,
            "i2",
            List.of(),
            null,
            null);
    assertThat(store.sessions().commit(next)).isTrue();
    assertThat(store.sessions().find("rep")).contains(next);
  }

  @Test
  void a_session_of_schema_1_had_changed_no_ledger() {
    insert(
        """
        {_id: "rep", version: {$numberLong: "7"}, schema: 1, content: "c0",
         position: {state: "idle", tries: 0}, resume: [], language: "zh", languageChosen: false,
         inboxSeq: {$numberLong: "12"}, instance: "i1",
         undo: [{turn: "t1", inverses: [], position: {state: "idle", tries: 0}}]}
        """);
    Session session = store.sessions().find("rep").orElseThrow();
    assertThat(session.undo()).singleElement().extracting(s -> s.ledgers()).isEqualTo(List.of());
  }

  @Test
  void a_session_of_a_later_version_is_refused_with_the_reason() {
    insert("{_id: 'rep', version: 1, schema: 99}");
    assertThatThrownBy(() -> store.sessions().find("rep"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("schema 99");
  }

  private void insert(String json) {
    try (MongoClient client = MongoClients.create(server.uri())) {
      client
          .getDatabase("zhaoshang")
          .getCollection("sessions", BsonDocument.class)
          .insertOne(BsonDocument.parse(json));
    }
  }
}
