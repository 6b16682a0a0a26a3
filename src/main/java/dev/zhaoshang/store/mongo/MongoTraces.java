package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.domain.ErasureOrder;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.store.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Looks through documents as they are stored, so that no kind of record can be forgotten; in them,
 * through what is {@link Typed} only.
 */
final class MongoTraces implements Traces {

  private static final String ID = "_id";
  private static final String VERSION = "version";
  private static final String REP = "rep";

  /** In an entry of a ledger: whom it is about. */
  private static final String DISTRIBUTOR = "distributor";

  /** Of a ledger. */
  private static final String ENTRIES = "entries";

  private static final String LEDGERS = "ledgers";

  private static final List<String> COLLECTIONS =
      List.of("sessions", "inbox", "turns", "outbox", LEDGERS);

  /** Lists of a session whose elements would bring back what they mention. */
  private static final Set<String> REVIVING = Set.of("undo", "changes", "ledgers");

  private final MongoDatabase database;
  private final Consumer<String> rewritten;

  /**
   * @param rewritten is told the id of each ledger that was written
   */
  MongoTraces(MongoDatabase database, Consumer<String> rewritten) {
    this.database = database;
    this.rewritten = rewritten;
  }

  @Override
  public Optional<Place> erase(Erased what, @Nullable Place from, int most) {
    Place place = from == null ? new Place(COLLECTIONS.get(0), null) : from;
    String name = place.collection();
    MongoCollection<BsonDocument> collection = database.getCollection(name, BsonDocument.class);
    Set<String> ids =
        what.distributors().stream()
            .flatMap(id -> Stream.of(id, Ledger.ofDistributor(id)))
            .collect(Collectors.toSet());
    List<Pattern> all = Stream.concat(what.numbers().stream(), what.words().stream()).toList();
    List<BsonDocument> page = page(collection, place.after(), most);
    for (BsonDocument document : page) {
      Pass whole = new Pass(ids, all, what, name.equals("sessions"));
      if (!document.getString(ID).getValue().equals(ErasureOrder.LEDGER)) {
        Pass pass = isOf(document, what.people()) ? whole : whole.of(what.numbers());
        if (Outage.guard(() -> isRewritten(collection, document, pass)) && name.equals(LEDGERS)) {
          rewritten.accept(document.getString(ID).getValue());
        }
      }
    }
    if (page.size() == most) {
      return Optional.of(new Place(name, page.get(most - 1).getString(ID).getValue()));
    }
    int next = COLLECTIONS.indexOf(name) + 1;
    return next == COLLECTIONS.size()
        ? Optional.empty()
        : Optional.of(new Place(COLLECTIONS.get(next), null));
  }

  private static List<BsonDocument> page(
      MongoCollection<BsonDocument> collection, @Nullable String after, int most) {
    BsonDocument rest = new BsonDocument();
    if (after != null) {
      rest.append(ID, new BsonDocument("$gt", new BsonString(after)));
    }
    return Outage.guard(
        () -> collection.find(rest).sort(ascending(ID)).limit(most).into(new ArrayList<>()));
  }

  private static boolean isOf(BsonDocument document, Set<String> people) {
    String id = document.getString(ID).getValue();
    String rep = document.getString(REP, new BsonString(id)).getValue();
    return people.contains(rep)
        || people.stream()
            .flatMap(one -> Stream.of(Ledger.ofRep(one), Remark.ledger(one)))
            .anyMatch(id::equals);
  }

  /**
   * Writes what changed; should the document have changed meanwhile, as it is then.
   *
   * @return false when there was nothing to change, or the document has gone
   */
  private static boolean isRewritten(
      MongoCollection<BsonDocument> collection, BsonDocument first, Pass pass) {
    Optional<BsonDocument> found = Optional.of(first);
    while (found.isPresent()) {
      BsonDocument document = found.get();
      BsonDocument changed = new BsonDocument();
      for (Map.Entry<String, BsonValue> field : document.entrySet()) {
        BsonValue after = pass.over("", document, field.getKey(), field.getValue());
        if (!after.equals(field.getValue()) && !field.getKey().equals(ID)) {
          changed.append(field.getKey(), after);
        }
      }
      if (changed.isEmpty()) {
        return false;
      }
      if (isWritten(collection, document, changed)) {
        return true;
      }
      found = Optional.ofNullable(collection.find(new BsonDocument(ID, document.get(ID))).first());
    }
    return false;
  }

  private static boolean isWritten(
      MongoCollection<BsonDocument> collection, BsonDocument document, BsonDocument changed) {
    BsonDocument before = new BsonDocument(ID, document.get(ID));
    if (document.containsKey(VERSION)) {
      long version = document.getNumber(VERSION).longValue();
      before.append(VERSION, document.get(VERSION));
      // Whoever remembers the document as it was does not write it back.
      changed.append(VERSION, new BsonInt64(version + 1));
    }
    return collection.updateOne(before, new BsonDocument("$set", changed)).getMatchedCount() == 1;
  }

  /**
   * One pass over a document.
   *
   * @param ids that a list's element may not mention, if it revives
   * @param erased what is erased here
   * @param what is erased in all
   * @param session whether it is a session
   */
  private record Pass(Set<String> ids, List<Pattern> erased, Erased what, boolean session) {

    Pass of(List<Pattern> patterns) {
      return new Pass(ids, patterns, what, session);
    }

    /** A ledger that is nobody's has entries of many; each says of whom it is, or who made it. */
    private Pass within(BsonDocument entry) {
      boolean theirs =
          entry.get(DISTRIBUTOR) instanceof BsonString about
              ? what.distributors().contains(about.getValue())
              : entry.get(REP) instanceof BsonString by && what.people().contains(by.getValue());
      return theirs
          ? of(Stream.concat(what.numbers().stream(), what.words().stream()).toList())
          : this;
    }

    BsonValue over(String parent, BsonDocument in, String name, BsonValue value) {
      if (value.isString()) {
        String text = value.asString().getValue();
        return Typed.is(parent, in, name, text) ? new BsonString(over(text)) : value;
      }
      if (PackedCodec.isPacked(value)) {
        BsonDocument before = PackedCodec.unpack(value);
        BsonValue after = over(parent, in, name, before);
        return after.equals(before) ? value : PackedCodec.pack(after.asDocument());
      }
      if (value.isDocument()) {
        BsonDocument document = value.asDocument();
        String kind = document.get("kind") instanceof BsonString one ? one.getValue() : name;
        Pass pass = name.equals(ENTRIES) ? within(document) : this;
        BsonDocument after = new BsonDocument();
        document.forEach((key, part) -> after.append(key, pass.over(kind, document, key, part)));
        return after;
      }
      if (value.isArray()) {
        boolean revives = session && REVIVING.contains(name);
        List<BsonValue> after = new ArrayList<>();
        for (BsonValue one : value.asArray()) {
          if (!revives || !mentions(one)) {
            after.add(over(parent, in, name, one));
          }
        }
        return new BsonArray(after);
      }
      return value;
    }

    private String over(String text) {
      String after = text;
      for (Pattern pattern : erased) {
        after = pattern.matcher(after).replaceAll(MARK);
      }
      return after;
    }

    private boolean mentions(BsonValue value) {
      if (PackedCodec.isPacked(value)) {
        return mentions(PackedCodec.unpack(value));
      }
      if (value.isString()) {
        return ids.contains(value.asString().getValue());
      }
      if (value.isDocument()) {
        return value.asDocument().values().stream().anyMatch(this::mentions);
      }
      return value.isArray() && value.asArray().stream().anyMatch(this::mentions);
    }
  }
}
