package dev.zhaoshang.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of acknowledged writes after a kill, and how large the files grow. */
class DurabilityTest {

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(ints = {1, 300, 1050, 2300})
  void every_acknowledged_write_is_there_after_the_process_was_killed(int acknowledged)
      throws Exception {
    List<String> ids = new ArrayList<>(writeAndKill("a", acknowledged));
    // once more on what is left, so that a recovered store is killed as well
    ids.addAll(writeAndKill("b", acknowledged));
    assertAllThere(dir, ids);
  }

  /** What was acknowledged is in the store, and the places of each rep have no gap. */
  static void assertAllThere(Path dir, List<String> ids) {
    try (EmbeddedServer server = EmbeddedServer.open(dir, failure -> {});
        MongoClient client = MongoClients.create(server.uri())) {
      List<Document> entries =
          client
              .getDatabase("zhaoshang")
              .getCollection("inbox")
              .find()
              .projection(Projections.include("rep", "seq"))
              .into(new ArrayList<>());
      assertThat(entries).extracting(entry -> entry.getString("_id")).containsAll(ids);
      assertThat(
              entries.stream().collect(Collectors.groupingBy(entry -> entry.get("rep"))).values())
          .allSatisfy(DurabilityTest::assertNoGap);
    }
  }

  private static void assertNoGap(List<Document> ofOneRep) {
    assertThat(ofOneRep)
        .extracting(entry -> entry.getLong("seq"))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, ofOneRep.size()).boxed().toList());
  }

  private List<String> writeAndKill(String run, int acknowledged) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                AcknowledgedWrites.class.getName(),
                dir.toString(),
                run)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> ids = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("rep")) {
          ids.add(line);
        }
        if (ids.size() == acknowledged) {
          // by its handle: the process itself would close the stream with what is still in it
          process.toHandle().destroyForcibly();
        }
        line = lines.readLine();
      }
    }
    process.waitFor();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(acknowledged);
    return ids;
  }

  @Test
  void the_files_stay_within_a_small_multiple_of_the_data_however_often_it_is_overwritten()
      throws IOException {
    int documents = 1000;
    long store = 8L * documents * 2100;
    long journals = 2 * WriteAhead.MOST;
    try (EmbeddedServer server = EmbeddedServer.open(dir, failure -> {});
        MongoClient client = MongoClients.create(server.uri())) {
      MongoCollection<Document> sessions = client.getDatabase("d").getCollection("sessions");
      sessions.insertMany(IntStream.range(0, documents).mapToObj(id -> document(id, 0)).toList());
      for (int round = 1; round <= 400; round++) {
        sessions.bulkWrite(replacements(documents, round));
        assertThat(size()).as("in round " + round).isLessThan(store + journals);
      }
    }
    assertThat(size()).as("when closed").isLessThan(store);
  }

  private static List<ReplaceOneModel<Document>> replacements(int documents, int round) {
    return IntStream.range(0, 100)
        .mapToObj(i -> document((round * 337 + i * 7) % documents, round))
        .map(next -> new ReplaceOneModel<>(Filters.eq("_id", next.get("_id")), next))
        .toList();
  }

  private static Document document(int id, int round) {
    return new Document("_id", "rep" + id)
        .append("round", round)
        .append("text", Integer.toString(round).repeat(2000).substring(0, 2000));
  }

  private long size() {
    try (Stream<Path> files = Files.list(dir)) {
      return files.mapToLong(DurabilityTest::size).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      // a journal that a checkpoint has just deleted
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_reader_never_sees_half_of_a_write() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.open(dir, failure -> {});
        MongoClient client = MongoClients.create(server.uri())) {
      MongoCollection<Document> collection = client.getDatabase("d").getCollection("c");
      collection.insertOne(whole(0));
      Thread writer =
          new Thread(
              () ->
                  IntStream.range(1, 500)
                      .forEach(n -> collection.replaceOne(Filters.eq("_id", "one"), whole(n))));
      writer.start();
      while (writer.isAlive()) {
        Document read = collection.find().first();
        assertThat(read).isNotNull();
        assertThat(read).isEqualTo(whole(read.getInteger("f0")));
      }
      writer.join();
    }
  }

  private static Document whole(int n) {
    Document document = new Document("_id", "one");
    IntStream.range(0, 200).forEach(i -> document.append("f" + i, n));
    return document;
  }

  @Test
  void a_data_directory_that_is_open_elsewhere_is_refused_with_the_reason() {
    try (EmbeddedServer server = EmbeddedServer.open(dir, failure -> {})) {
      assertThat(server.uri()).startsWith("mongodb://127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedServer.open(dir, failure -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Another process")
          .hasMessageContaining(dir.toString());
    }
  }
}
