package dev.zhaoshang.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.zhaoshang.store.embedded.UnusableStoreException.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the data directory is not as it was left, or cannot be written. */
class DamageTest {

  private static final int DOCUMENTS = 400;

  @TempDir private Path dir;
  private Path file;

  @BeforeEach
  void fill() {
    file = dir.resolve("store.mv");
    try (EmbeddedServer server = open();
        MongoClient client = MongoClients.create(server.uri())) {
      collection(client).insertMany(documents());
    }
  }

  private static List<Document> documents() {
    return IntStream.range(0, DOCUMENTS)
        .mapToObj(n -> new Document("_id", "id" + n).append("text", ("text " + n).repeat(20)))
        .toList();
  }

  private EmbeddedServer open() {
    return EmbeddedServer.open(dir, failure -> {});
  }

  private static MongoCollection<Document> collection(MongoClient client) {
    return client.getDatabase("d").getCollection("c");
  }

  @Test
  void a_damaged_file_is_named_kept_aside_and_the_last_backup_offered() throws IOException {
    EmbeddedServer.noteBackup(dir, Path.of("/backups/monday.jsonl.gz"));
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 0, bytes.length, (byte) 'x');
    Files.write(file, bytes);
    UnusableStoreException refusal = refusal();
    assertThat(refusal.trouble()).isEqualTo(Trouble.DAMAGED);
    assertThat(refusal.backup()).isEqualTo("/backups/monday.jsonl.gz");
    assertThat(refusal).hasMessageContaining(refusal.place().toString());
    assertThat(Files.readAllBytes(refusal.place().resolve("store.mv"))).isEqualTo(bytes);
    assertThat(file).doesNotExist();
  }

  @Test
  void after_that_nothing_begins_anew_before_a_backup_is_restored() throws IOException {
    Files.writeString(file, "nothing of use");
    Path aside = refusal().place();
    UnusableStoreException again = refusal();
    assertThat(again.trouble()).isEqualTo(Trouble.DAMAGED);
    assertThat(again.place()).isEqualTo(aside);
    EmbeddedServer.openForBackup(dir).close();
    open().close();
  }

  @Test
  void whatever_bytes_are_changed_either_it_is_noticed_or_every_document_is_as_it_was()
      throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    int noticed = 0;
    for (int n = 0; n < 60; n++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(64);
      for (int i = at; i < Math.min(bytes.length, at + length); i++) {
        bytes[i] ^= (byte) (1 + random.nextInt(255));
      }
      Path copy = Files.createDirectory(dir.resolve("copy" + n));
      Files.write(copy.resolve("store.mv"), bytes);
      Files.copy(journalFile(), copy.resolve(journalFile().getFileName()));
      Throwable refusal = catchThrowable(() -> assertThat(read(copy)).isEqualTo(documents()));
      assertThat(refusal instanceof AssertionError).as("%d bytes at %d", length, at).isFalse();
      noticed += refusal == null ? 0 : 1;
    }
    assertThat(noticed).isGreaterThan(10);
  }

  private static List<Document> read(Path copy) {
    try (EmbeddedServer server = EmbeddedServer.open(copy, failure -> {});
        MongoClient client = MongoClients.create(server.uri())) {
      List<Document> read = new ArrayList<>();
      documents()
          .forEach(
              one ->
                  read.add(collection(client).find(new Document("_id", one.get("_id"))).first()));
      return read;
    }
  }

  @Test
  void a_file_that_was_cut_short_is_noticed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThat(refusal().trouble()).isEqualTo(Trouble.DAMAGED);
  }

  @Test
  void a_damaged_record_in_the_middle_of_the_journal_is_kept_aside() throws IOException {
    byte[] journal = crashed();
    journal[journal.length / 2] ^= 1;
    Path damaged = journalFile();
    Files.write(damaged, journal);
    open().close();
    try (var kept = Files.list(dir)) {
      assertThat(kept.filter(path -> path.getFileName().toString().startsWith("damaged-")))
          .singleElement()
          .satisfies(
              aside ->
                  assertThat(Files.readAllBytes(aside.resolve(damaged.getFileName())))
                      .isEqualTo(journal));
    }
  }

  /** The journal of a process that did not close; one that was closed has an empty one. */
  private byte[] crashed() throws IOException {
    EmbeddedServer server = open();
    Path copy = Files.createDirectory(dir.resolve("crashed"));
    try (MongoClient client = MongoClients.create(server.uri())) {
      for (int n = 0; n < 3; n++) {
        collection(client).insertOne(new Document("_id", "x" + n).append("text", "x".repeat(500)));
      }
      for (Path path : List.of(file, journalFile())) {
        Files.copy(path, copy.resolve(path.getFileName()));
      }
    } finally {
      server.close();
    }
    Files.delete(journalFile());
    dir = copy;
    file = copy.resolve("store.mv");
    return Files.readAllBytes(journalFile());
  }

  private Path journalFile() throws IOException {
    try (var files = Files.list(dir)) {
      return files
          .filter(path -> path.getFileName().toString().startsWith("journal-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() {
    assertThatThrownBy(
            () -> EmbeddedServer.open(Path.of("/proc/nowhere/data"), failure -> {}).close())
        .isInstanceOfSatisfying(
            UnusableStoreException.class,
            e -> assertThat(e.trouble()).isEqualTo(Trouble.NOT_WRITABLE))
        .hasMessageContaining("/proc/nowhere");
  }

  @Test
  void a_read_only_directory_is_named_and_left_as_it_is() throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThat(dir.toFile().setWritable(false)).isTrue();
    assertThat(file.toFile().setWritable(false)).isTrue();
    try {
      assumeFalse(Files.isWritable(file), "who runs this may write everything");
      assertThat(refusal().trouble()).isEqualTo(Trouble.NOT_WRITABLE);
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
    } finally {
      assertThat(dir.toFile().setWritable(true)).isTrue();
    }
  }

  private UnusableStoreException refusal() {
    Throwable refusal = catchThrowable(() -> open().close());
    assertThat(refusal).isInstanceOf(UnusableStoreException.class);
    return (UnusableStoreException) refusal;
  }

  @Test
  void documents_of_early_files_that_have_no_checksum_are_read() {
    byte[] bytes = DocumentType.bytes(new de.bwaldvogel.mongo.bson.Document("a", "b"));
    java.nio.ByteBuffer early = java.nio.ByteBuffer.allocate(bytes.length + 1);
    early.put((byte) bytes.length).put(bytes).flip();
    assertThat(DocumentType.document(DocumentType.INSTANCE.read(early)).get("a")).isEqualTo("b");
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("b");
  }
}
