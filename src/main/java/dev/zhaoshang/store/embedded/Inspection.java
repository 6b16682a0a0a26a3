package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Reads a whole store once, so that damage shows before anything is changed: every page, the
 * checksum of every document and key, and that documents and indexes fit each other.
 */
final class Inspection {

  private final MVStore store;

  private Inspection(MVStore store) {
    this.store = store;
  }

  /**
   * Reads all of it.
   *
   * @throws RuntimeException when something in it cannot be read
   */
  static void of(DataDirectory directory) {
    String file = directory.file().toString();
    try (MVStore store = new MVStore.Builder().fileName(file).readOnly().open()) {
      WriteAhead.requireJournal(store, directory.path());
      Inspection inspection = new Inspection(store);
      store.getMapNames().forEach(inspection::read);
    }
  }

  private void read(String name) {
    int index = name.indexOf(DurableDatabase.INDEX);
    if (name.startsWith(DurableDatabase.DATA)) {
      documents(collection(name));
    } else if (index > 0) {
      index(
          store.openMap(name, new MVMap.Builder<KeyValue, Object>().keyType(KeyType.INSTANCE)),
          collection(DurableDatabase.DATA + name.substring(0, index)));
    } else if (!name.equals(WriteAhead.MAP)) {
      count(store.openMap(name));
    }
  }

  private MVMap<Object, Document> collection(String name) {
    return store.openMap(
        name, new MVMap.Builder<Object, Document>().valueType(DocumentType.INSTANCE));
  }

  private static void index(MVMap<KeyValue, Object> map, MVMap<Object, Document> documents) {
    boolean ofIds = map.getName().endsWith(DurableDatabase.INDEX + "_id_");
    Cursor<KeyValue, Object> cursor = map.cursor(null);
    while (cursor.hasNext()) {
      KeyValue key = cursor.next();
      Object position = cursor.getValue();
      if (!documents.containsKey(position) || (ofIds && !position.equals(key.get(0)))) {
        throw damage(map, "it points to a document that is not there");
      }
    }
    if (ofIds && map.sizeAsLong() != documents.sizeAsLong()) {
      throw damage(map, "entries are missing");
    }
    count(map);
  }

  private static void documents(MVMap<Object, Document> map) {
    Cursor<Object, Document> cursor = map.cursor(null);
    long read = 0;
    while (cursor.hasNext()) {
      Object key = cursor.next();
      Object id = cursor.getValue().get("_id");
      // the library's own collections have none
      if (id != null && !key.equals(id)) {
        throw damage(map, "a document stands under the id of another");
      }
      read++;
    }
    requireAll(map, read);
  }

  private static void count(MVMap<?, ?> map) {
    Cursor<?, ?> cursor = map.cursor(null);
    long read = 0;
    while (cursor.hasNext()) {
      cursor.next();
      read++;
    }
    requireAll(map, read);
  }

  private static void requireAll(MVMap<?, ?> map, long read) {
    if (read != map.sizeAsLong()) {
      throw damage(map, "entries are missing");
    }
  }

  private static RuntimeException damage(MVMap<?, ?> map, String what) {
    return DataUtils.newMVStoreException(
        DataUtils.ERROR_FILE_CORRUPT, "In {0}: {1}", map.getName(), what);
  }
}
