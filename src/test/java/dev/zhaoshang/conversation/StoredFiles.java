package dev.zhaoshang.conversation;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** A store's documents as files: a collection a file, a document a line, in extended JSON. */
final class StoredFiles {

  private static final JsonWriterSettings LINE =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private StoredFiles() {}

  /** Writes what the embedded store in a folder holds; nobody may have it open. */
  static void write(Path data, Path folder) throws IOException {
    Files.createDirectories(folder);
    EmbeddedServer server = EmbeddedServer.open(data, failure -> {});
    try (MongoClient client = MongoClients.create(server.uri())) {
      MongoDatabase database = client.getDatabase("zhaoshang");
      for (String name : database.listCollectionNames().into(new ArrayList<>())) {
        List<String> lines =
            database
                .getCollection(name, BsonDocument.class)
                .find()
                .sort(new BsonDocument("_id", new org.bson.BsonInt32(1)))
                .map(document -> document.toJson(LINE))
                .into(new ArrayList<>());
        Files.write(folder.resolve(name + ".json"), lines);
      }
    } finally {
      server.close();
    }
  }

  /** Puts the documents of such files into an embedded store that is new. */
  static void load(Path folder, Path data) throws IOException {
    EmbeddedServer server = EmbeddedServer.open(data, failure -> {});
    try (MongoClient client = MongoClients.create(server.uri());
        Stream<Path> files = Files.list(folder)) {
      MongoDatabase database = client.getDatabase("zhaoshang");
      for (Path file : files.toList()) {
        List<BsonDocument> documents = read(file);
        if (!documents.isEmpty()) {
          database.getCollection(collection(file), BsonDocument.class).insertMany(documents);
        }
      }
    } finally {
      server.close();
    }
  }

  static List<BsonDocument> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(BsonDocument::parse).toList();
  }

  static String collection(Path file) {
    return file.getFileName().toString().replace(".json", "");
  }
}
