package dev.zhaoshang.store.mongo;

import dev.zhaoshang.domain.Session;
import dev.zhaoshang.store.mongo.BackupException.Problem;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.json.JsonMode;
import org.bson.json.JsonParseException;
import org.bson.json.JsonWriterSettings;

/**
 * The format of backups, which docs/operations.md describes: gzip of lines of canonical extended
 * JSON. The first line says what it is, the last how many documents of which collection there are,
 * and the SHA-256 of all lines before it; the others are a document each.
 */
final class BackupFile {

  private static final String FORMAT = "zhaoshangBackup";
  private static final int VERSION = 1;
  private static final String SCHEMA = "schema";
  private static final String COLLECTION = "in";
  private static final String DOCUMENT = "document";
  private static final String COUNTS = "counts";
  private static final String CHECKSUM = "sha256";

  private static final JsonWriterSettings CANONICAL =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private BackupFile() {}

  /** Writes a backup, a document at a time. */
  static final class Writer implements AutoCloseable {

    private final GZIPOutputStream out;
    private final MessageDigest digest = digest();
    private final Map<String, Long> counts = new TreeMap<>();

    /**
     * Begins one.
     *
     * @param made when
     */
    Writer(OutputStream to, Instant made) throws IOException {
      this.out = new GZIPOutputStream(to);
      line(
          new BsonDocument(FORMAT, new BsonInt32(VERSION))
              .append(SCHEMA, new BsonInt32(Session.SCHEMA))
              .append("made", new BsonDateTime(made.toEpochMilli())));
    }

    void write(String collection, BsonDocument document) throws IOException {
      line(new BsonDocument(COLLECTION, new BsonString(collection)).append(DOCUMENT, document));
      counts.merge(collection, 1L, Long::sum);
    }

    /** Writes the last line, without which a backup is none; returns the counts in it. */
    Map<String, Long> end() throws IOException {
      BsonDocument counted = new BsonDocument();
      counts.forEach((collection, count) -> counted.append(collection, new BsonInt64(count)));
      String checksum = HexFormat.of().formatHex(digest.digest());
      line(new BsonDocument(COUNTS, counted).append(CHECKSUM, new BsonString(checksum)));
      out.finish();
      return counts;
    }

    private void line(BsonDocument document) throws IOException {
      byte[] bytes = (document.toJson(CANONICAL) + "\n").getBytes(StandardCharsets.UTF_8);
      digest.update(bytes);
      out.write(bytes);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /**
   * Reads a backup and hands its documents to the consumer, with the names of their collections.
   * Whether it is whole is known at its end: read it once for that before anything is done with it.
   *
   * @return how many documents of which collection
   * @throws BackupException when it is none, is damaged, or is of a later version
   */
  static Map<String, Long> read(InputStream from, BiConsumer<String, BsonDocument> documents)
      throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    MessageDigest digest = digest();
    int number = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(from), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        BsonDocument document = BsonDocument.parse(line);
        if (number == 1) {
          requireKnown(document);
        } else if (document.containsKey(CHECKSUM)) {
          requireWhole(document, counts, digest);
          return counts;
        } else {
          String collection = document.getString(COLLECTION).getValue();
          documents.accept(collection, document.getDocument(DOCUMENT));
          counts.merge(collection, 1L, Long::sum);
        }
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (EOFException | ZipException | JsonParseException | BsonInvalidOperationException e) {
      throw new BackupException(Problem.UNREADABLE, "line " + number + ", " + e.getMessage());
    }
    throw new BackupException(Problem.UNREADABLE, "it ends after line " + number);
  }

  private static void requireKnown(BsonDocument first) {
    if (!first.containsKey(FORMAT)) {
      throw new BackupException(Problem.UNREADABLE, "line 1");
    }
    int version = first.getInt32(FORMAT).getValue();
    int schema = first.getInt32(SCHEMA).getValue();
    if (version > VERSION || schema > Session.SCHEMA) {
      throw new BackupException(Problem.LATER, "format " + version + ", schema " + schema);
    }
  }

  private static void requireWhole(
      BsonDocument last, Map<String, Long> counts, MessageDigest digest) {
    Map<String, Long> counted = new TreeMap<>();
    last.getDocument(COUNTS)
        .forEach((name, count) -> counted.put(name, count.asInt64().longValue()));
    String checksum = HexFormat.of().formatHex(digest.digest());
    if (!counted.equals(counts) || !checksum.equals(last.getString(CHECKSUM).getValue())) {
      throw new BackupException(Problem.UNREADABLE, "its checksum is another one");
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
