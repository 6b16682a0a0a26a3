package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Reads a whole store once, so that damage shows before anything is changed: every page, the
 * checksum of every document and key, and that each document stands under its own id.
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
    if (name.startsWith(DurableDatabase.DATA)) {
      documents(
          store.openMap(
              name, new MVMap.Builder<Object, Document>().valueType(DocumentType.INSTANCE)));
    } else if (name.contains(DurableDatabase.INDEX)) {
      count(store.openMap(name, new MVMap.Builder<KeyValue, Object>().keyType(KeyType.INSTANCE)));
    } else if (!name.equals(WriteAhead.MAP)) {
      count(store.openMap(name));
    }
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
