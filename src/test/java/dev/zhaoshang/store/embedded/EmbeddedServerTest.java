package dev.zhaoshang.store.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.result.UpdateResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded server does by itself, it does as MongoDB documents it. */
class EmbeddedServerTest {

  private static final int DUPLICATE = 11000;

  /** From here on a double does not tell a number from the next. */
  private static final long BIG = 1L << 53;

  private EmbeddedServer server;
  private MongoClient client;
  private MongoCollection<Document> collection;

  @BeforeEach
  void open(@TempDir Path dir) {
    server = EmbeddedServer.open(dir, failure -> {});
    client = MongoClients.create(server.uri());
    collection = client.getDatabase("test").getCollection("things");
    collection.createIndex(
        new Document("key", 1).append("_id", 1), new IndexOptions().unique(true));
    collection.createIndex(new Document("place", 1), new IndexOptions().unique(true));
    for (String id : List.of("a", "b", "c")) {
      collection.insertOne(
          new Document("_id", id)
              .append("key", "old")
              .append("place", "place of " + id)
              .append("tags", List.of("x", id))
              .append("deep", new Document("here", id).append("there", 1)));
    }
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void a_field_is_set_in_the_documents_that_are_named_and_they_are_found_by_it() {
    assertThat(
            collection
                .updateMany(in("_id", "c", "a", "nobody", "a"), set("key", "new"))
                .getMatchedCount())
        .isEqualTo(2);
    assertThat(ids(new Document("key", "new"))).containsExactly("a", "c");
    assertThat(ids(new Document("key", "old"))).containsExactly("b");
    assertThat(collection.find(eq("_id", "a")).first())
        .containsEntry("place", "place of a")
        .containsEntry("deep", new Document("here", "a").append("there", 1));
  }

  @Test
  void nothing_is_set_where_another_field_is_not_as_asked() {
    Document asked = new Document("_id", "a").append("key", "new");
    assertThat(collection.updateOne(asked, set("key", "newer")).getMatchedCount()).isZero();
    Document ofArray = new Document("_id", "a").append("tags", "x");
    assertThat(collection.updateOne(ofArray, set("key", "newer")).getMatchedCount()).isOne();
    Document ofDeep = new Document("_id", "a").append("deep.there", 1);
    assertThat(collection.updateOne(ofDeep, set("key", "newest")).getMatchedCount()).isOne();
    assertThat(ids(new Document("key", "newest"))).containsExactly("a");
    Document ofMissing = new Document("_id", "a").append("nothing", null);
    assertThat(collection.updateOne(ofMissing, set("key", "n")).getMatchedCount()).isOne();
    collection.updateOne(eq("_id", "a"), set("number", BIG + 1));
    Document ofAnother = new Document("_id", "a").append("number", BIG);
    assertThat(collection.updateOne(ofAnother, set("key", "m")).getMatchedCount()).isZero();
  }

  @Test
  void what_is_so_already_is_found_and_not_changed() {
    UpdateResult result = collection.updateMany(in("_id", "a", "b"), set("key", "old"));
    assertThat(result.getMatchedCount()).isEqualTo(2);
    assertThat(result.getModifiedCount()).isZero();
  }

  @Test
  void a_document_keeps_its_id() {
    assertThatExceptionOfType(MongoWriteException.class)
        .isThrownBy(() -> collection.replaceOne(eq("_id", "a"), new Document("_id", "z")));
    assertThat(ids(new Document())).containsExactly("a", "b", "c");
  }

  @Test
  void a_value_that_another_document_has_alone_is_refused_and_nothing_changes() {
    assertThatExceptionOfType(MongoWriteException.class)
        .isThrownBy(() -> collection.updateOne(eq("_id", "b"), set("place", "place of a")))
        .satisfies(refusal -> assertThat(refusal.getError().getCode()).isEqualTo(DUPLICATE));
    Document whole = new Document("key", "old").append("place", "place of a");
    assertThatExceptionOfType(MongoWriteException.class)
        .isThrownBy(() -> collection.replaceOne(eq("_id", "b"), whole));
    assertThatExceptionOfType(MongoWriteException.class)
        .isThrownBy(() -> collection.insertOne(new Document(whole).append("_id", "d")));
    assertThat(ids(new Document("place", "place of b"))).containsExactly("b");
    assertThat(ids(new Document("place", "place of a"))).containsExactly("a");
    assertThat(collection.countDocuments()).isEqualTo(3);
  }

  @Test
  void of_what_is_found_the_fields_are_given_that_are_asked_for() {
    List<Document> found =
        collection
            .find(new Document("key", "old").append("deep.there", 1).append("tags", "x"))
            .sort(descending("place"))
            .projection(include("deep.here", "nothing"))
            .into(new ArrayList<>());
    assertThat(found)
        .containsExactly(
            new Document("_id", "c").append("deep", new Document("here", "c")),
            new Document("_id", "b").append("deep", new Document("here", "b")),
            new Document("_id", "a").append("deep", new Document("here", "a")));
  }

  @Test
  void who_reads_is_not_disturbed_by_who_writes() {
    try (MongoCursor<Document> reading =
        collection.find(new Document("key", "old")).batchSize(1).iterator()) {
      assertThat(reading.next()).containsEntry("_id", "a");
      collection.updateMany(new Document(), set("deep.there", 2));
      assertThat(reading.next()).containsEntry("_id", "b");
      assertThat(reading.next().get("deep", Document.class)).containsEntry("here", "c");
    }
    assertThat(collection.countDocuments(eq("deep.there", 2))).isEqualTo(3);
  }

  private List<String> ids(Document query) {
    return collection.find(query).map(one -> one.getString("_id")).into(new ArrayList<>());
  }
}
