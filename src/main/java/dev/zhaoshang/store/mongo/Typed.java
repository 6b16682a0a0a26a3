package dev.zhaoshang.store.mongo;

import java.util.Set;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Which strings of a document people typed, or were said to them. All others are ids, kinds, states
 * and commands: whoever changes a letter of them makes the document unreadable. The documents of a
 * session hold those of all the other collections, so there is one list. A component that is added
 * to a record with people's words has to be added here.
 */
final class Typed {

  /** Names of fields, whichever document they are in. */
  private static final Set<String> ANYWHERE =
      Set.of(
          // inbox, turns and sessions: what came in, and what was understood of it
          "text",
          "raw",
          "argument",
          "caption",
          "words",
          // turns, outbox and sessions: what was answered
          "label",
          "labels",
          "title",
          "heading",
          "lines",
          // ledgers, and changes of ledgers in sessions
          "note",
          "comment",
          "customer",
          "company",
          "reason",
          "flow",
          "quality",
          "remedy",
          "who",
          "agent",
          "mobile",
          "wechat",
          "hotel",
          "hotelPhone");

  /** Fields whose name means something else in other documents: with the kind, or the parent. */
  private static final Set<String> THERE =
      Set.of("followUp.what", "file.name", "series.name", "stops.area");

  /** An id looks so; a name that was typed hardly does. */
  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9._:/-]*");

  private Typed() {}

  /**
   * Whether a string is such a one.
   *
   * @param parent field in which the document stands, or the document's kind
   * @param document in which the string stands
   * @param field in which it stands there
   */
  static boolean is(String parent, BsonDocument document, String field, String text) {
    return switch (field) {
      case "value" -> isOfFact(document, text);
      case "subject" -> document.containsKey("tries") && !ID.matcher(text).matches();
      case "item" -> !parent.equals("tick");
      default -> ANYWHERE.contains(field) || THERE.contains(parent + "." + field);
    };
  }

  /** The value of a fact stands beside its words; it may be the id of a choice. */
  private static boolean isOfFact(BsonDocument document, String text) {
    return document.get("words") instanceof BsonString words
        && (!ID.matcher(text).matches() || words.getValue().contains(text));
  }
}
