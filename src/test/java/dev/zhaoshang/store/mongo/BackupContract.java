package dev.zhaoshang.store.mongo;

import static dev.zhaoshang.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Samples;
import dev.zhaoshang.store.mongo.BackupException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What backups promise, whatever server is behind the store. */
abstract class BackupContract {

  private static final Duration KEEP = Duration.ofDays(14);

  /** More than are read at once. */
  private static final int TURNS = 2_345;

  @TempDir private Path folder;
  private MongoStore store;
  private Path file;

  /** Where a store is. */
  record Where(@Nullable String uri, Path dataDir) {

    MongoStore open() {
      return MongoStore.open(uri, dataDir, KEEP);
    }
  }

  /** Of the store that has something. */
  protected abstract Where full();

  /** Of another one, which is empty. */
  protected abstract Where empty();

  @BeforeEach
  void fill() {
    file = folder.resolve("backup.jsonl.gz");
    store = full().open();
    store.people().save(person("lilei"));
    for (int seq = 1; seq <= 3; seq++) {
      store.inbox().accept(Samples.update("telegram:1:" + seq, "lilei"), NOON);
    }
    store.inbox().markApplied(List.of("telegram:1:1"), NOON);
    store.sessions().commit(Samples.session("lilei", 1, 1));
    store
        .distributors()
        .apply(
            Samples.change(
                "k", "d1", "lilei", Map.of("otcReps", Samples.fact(new Value.Count(20)))));
    store.ledgers().apply(Samples.ledgerChange("t1", "lilei", Samples.followUp("f", NOON)));
    store.deliveries().add(List.of(Samples.delivery("lilei", 1, 0)));
    IntStream.range(0, TURNS)
        .forEach(n -> store.turns().keep(Samples.turn("telegram:1:" + n, "lilei", n)));
  }

  private static Person person(String id) {
    Person.Account account = new Person.Account("telegram", "1");
    return new Person(id, id, Person.Role.REP, null, null, true, List.of(account));
  }

  @AfterEach
  protected void close() {
    store.close();
  }

  @Test
  void a_backup_made_while_the_store_is_open_restores_to_the_same_documents() throws IOException {
    Map<String, Long> written = backup();
    assertThat(written).containsEntry("turns", (long) TURNS).containsEntry("inbox", 3L);
    assertThat(restore()).isEqualTo(written);
    try (MongoStore restored = empty().open()) {
      assertThat(documents(restored)).isEqualTo(documents(store));
      assertThat(restored.sessions().find("lilei")).isEqualTo(store.sessions().find("lilei"));
      assertThat(restored.people().byAccount("telegram:1")).isPresent();
      // the indexes are there as well: a redelivered update finds its entry, a new one a place
      assertThat(restored.inbox().accept(Samples.update("telegram:1:2", "lilei"), NOON).first())
          .isFalse();
      assertThat(
              restored.inbox().accept(Samples.update("telegram:1:9", "lilei"), NOON).entry().seq())
          .isEqualTo(4);
    }
  }

  @Test
  void nothing_is_restored_where_there_is_data() throws IOException {
    backup();
    try (MongoStore other = empty().open()) {
      other.people().save(person("hanmei"));
    }
    assertThatThrownBy(this::restore)
        .isInstanceOfSatisfying(
            BackupException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_EMPTY));
    try (MongoStore other = empty().open()) {
      assertThat(other.people().all()).extracting(Person::id).containsExactly("hanmei");
    }
  }

  @Test
  void a_backup_that_is_cut_short_or_changed_is_refused_before_anything_is_written()
      throws IOException {
    backup();
    byte[] whole = Files.readAllBytes(file);
    List<byte[]> broken =
        List.of(
            Arrays.copyOf(whole, whole.length - 12),
            Arrays.copyOf(whole, whole.length / 2),
            "no backup".getBytes(StandardCharsets.UTF_8),
            rewritten(text -> text.substring(0, text.lastIndexOf("{\"counts"))),
            rewritten(text -> text.replaceFirst("hanmei|lilei", "hanmeimei")));
    for (byte[] bytes : broken) {
      Files.write(file, bytes);
      assertThatThrownBy(this::restore)
          .isInstanceOfSatisfying(
              BackupException.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNREADABLE));
    }
    try (MongoStore other = empty().open()) {
      assertThat(documents(other)).isEmpty();
    }
  }

  private byte[] rewritten(UnaryOperator<String> change) throws IOException {
    String text;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path other = folder.resolve("other");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(other))) {
      out.write(change.apply(text).getBytes(StandardCharsets.UTF_8));
    }
    return Files.readAllBytes(other);
  }

  @Test
  void a_backup_of_a_later_version_is_refused() throws IOException {
    backup();
    Files.write(
        file,
        rewritten(
            text ->
                text.replaceFirst(
                    "\"schema\": ...numberInt\": \"\\d+", "\"schema\": {\"\\$numberInt\": \"99")));
    assertThatThrownBy(this::restore)
        .isInstanceOfSatisfying(
            BackupException.class, e -> assertThat(e.problem()).isEqualTo(Problem.LATER));
  }

  @Test
  void what_was_received_behind_a_gap_while_the_backup_was_made_is_left_out() throws IOException {
    store.database().getCollection("inbox").deleteOne(new Document("_id", "telegram:1:2"));
    backup();
    restore();
    try (MongoStore restored = empty().open()) {
      assertThat(documents(restored).get("inbox")).containsOnlyKeys("telegram:1:1");
    }
  }

  @Test
  void a_store_whose_restoration_was_broken_off_is_not_opened() {
    try (MongoStore other = empty().open()) {
      other.database().getCollection(Restore.UNDER_WAY).insertOne(new Document("_id", "x"));
    }
    assertThatThrownBy(() -> empty().open().close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not whole");
  }

  @Test
  void an_earlier_backup_is_not_overwritten() throws IOException {
    Files.writeString(file, "earlier");
    assertThatThrownBy(this::backup).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("earlier");
  }

  private Map<String, Long> backup() throws IOException {
    return new Backup(full().uri(), full().dataDir()).write(file, NOON);
  }

  private Map<String, Long> restore() throws IOException {
    return new Restore(empty().uri(), empty().dataDir()).from(file);
  }

  private static Map<String, Map<String, BsonDocument>> documents(MongoStore of) {
    MongoDatabase database = of.database();
    Map<String, Map<String, BsonDocument>> all = new TreeMap<>();
    for (String name : Backup.collections(database)) {
      Map<String, BsonDocument> documents =
          database.getCollection(name, BsonDocument.class).find().into(new ArrayList<>()).stream()
              .collect(Collectors.toMap(d -> d.getString("_id").getValue(), d -> d));
      if (!documents.isEmpty()) {
        all.put(name, documents);
      }
    }
    return all;
  }

  /** Removes what a test left on a server. */
  static void drop(@Nullable String uri) {
    Objects.requireNonNull(uri);
    try (MongoClient client = MongoClients.create(uri)) {
      MongoStore.database(client, uri).drop();
    }
  }
}
