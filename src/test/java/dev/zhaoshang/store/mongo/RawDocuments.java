package dev.zhaoshang.store.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/** Everything that a store holds, as it holds it. */
public final class RawDocuments {

  private RawDocuments() {}

  /** Every document of every collection, as {@code <collection> <JSON>}. */
  public static List<String> all(MongoStore store) {
    List<String> all = new ArrayList<>();
    for (String name : store.database().listCollectionNames()) {
      store
          .database()
          .getCollection(name, BsonDocument.class)
          .find()
          .forEach(document -> all.add(name + " " + document.toJson()));
    }
    return all;
  }
}
