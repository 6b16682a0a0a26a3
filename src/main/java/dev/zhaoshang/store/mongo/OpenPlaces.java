package dev.zhaoshang.store.mongo;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/**
 * Which entries of the inbox a backup has whole. One that was made while updates came in may have a
 * later entry of a rep without an earlier one; what lies behind such a gap came after the backup
 * had begun, and would wait for ever.
 */
final class OpenPlaces {

  private final Map<String, Long> handled = new HashMap<>();
  private final Map<String, TreeSet<Long>> open = new HashMap<>();

  /** Notes a document; sessions come first. */
  void note(String collection, BsonDocument document) {
    if (collection.equals("sessions")) {
      handled.put(document.getString("_id").getValue(), number(document, "inboxSeq"));
    } else if (collection.equals("inbox") && number(document, "seq") > handled(document)) {
      open.computeIfAbsent(rep(document), rep -> new TreeSet<>()).add(number(document, "seq"));
    }
  }

  /** Whether the entry lies behind a gap, once all documents are noted. */
  boolean isBehindGap(BsonDocument entry) {
    long handled = handled(entry);
    long seq = number(entry, "seq");
    return seq > handled
        && open.getOrDefault(rep(entry), new TreeSet<>()).headSet(seq).size() < seq - handled - 1;
  }

  private long handled(BsonDocument entry) {
    return handled.getOrDefault(rep(entry), 0L);
  }

  private static String rep(BsonDocument entry) {
    return entry.getString("rep").getValue();
  }

  private static long number(BsonDocument document, String field) {
    return document.getNumber(field, new BsonInt64(0)).longValue();
  }
}
