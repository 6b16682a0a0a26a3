package dev.zhaoshang.store.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Reads a whole store once, so that damage shows before anything is changed: every page, the
 * checksum of every document and key, and that documents and indexes fit each other.
 */
final class Inspection {

  private static final CheckedType DOCUMENTS = new CheckedType("_id");
  private static final CheckedType KEYS = new CheckedType("0");

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
      new Inspection(store).read(store.getMapNames());
    }
  }

  private void read(Set<String> maps) {
    List<String> collections =
        maps.stream()
            .filter(name -> !name.equals(WriteAhead.MAP))
            .map(Inspection::collectionOf)
            .distinct()
            .toList();
    collections.parallelStream().forEach(name -> collection(name, maps));
  }

  /** The collection that a map is of; of another map, its own name. */
  private static String collectionOf(String map) {
    int index = map.indexOf(DurableDatabase.INDEX);
    return map.startsWith(DurableDatabase.DATA)
        ? map.substring(DurableDatabase.DATA.length())
        : index > 0 ? map.substring(0, index) : map;
  }

  private void collection(String name, Set<String> maps) {
    if (maps.contains(name)) {
      count(store.openMap(name));
      return;
    }
    long[] positions =
        documents(
            store.openMap(
                DurableDatabase.DATA + name,
                new MVMap.Builder<Object, Object>().valueType(DOCUMENTS)));
    maps.stream()
        .filter(map -> map.startsWith(name + DurableDatabase.INDEX))
        .forEach(
            map ->
                index(
                    store.openMap(map, new MVMap.Builder<Object, Object>().keyType(KEYS)),
                    positions));
  }

  /** The numbers of the positions of a collection's documents, in ascending order. */
  private static long[] documents(MVMap<Object, Object> map) {
    long[] positions = new long[Math.toIntExact(map.sizeAsLong())];
    Cursor<Object, Object> cursor = map.cursor(null);
    int read = 0;
    while (cursor.hasNext()) {
      Object key = cursor.next();
      // the library's own collections have no ids of text
      if (cursor.getValue() != CheckedType.NONE && !key.equals(cursor.getValue())) {
        throw damage(map, "a document stands under the id of another");
      }
      if (read == positions.length) {
        throw damage(map, "there are more entries than there should be");
      }
      positions[read] = number(key);
      read++;
    }
    requireAll(map, read);
    Arrays.sort(positions);
    return positions;
  }

  private static void index(MVMap<Object, Object> map, long[] positions) {
    boolean ofIds = map.getName().endsWith(DurableDatabase.INDEX + "_id_");
    Cursor<Object, Object> cursor = map.cursor(null);
    long read = 0;
    while (cursor.hasNext()) {
      Object key = cursor.next();
      Object position = cursor.getValue();
      boolean own = !ofIds || key == CheckedType.NONE || key.equals(position);
      if (!own || Arrays.binarySearch(positions, number(position)) < 0) {
        throw damage(map, "it points to a document that is not there");
      }
      read++;
    }
    if (ofIds && read != positions.length) {
      throw damage(map, "entries are missing");
    }
    requireAll(map, read);
  }

  /** By which a position is told from others: that two have the same is as good as never. */
  private static long number(Object position) {
    String text = position.toString();
    long number = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      number = (number ^ text.charAt(i)) * 0x100000001b3L;
    }
    return number;
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
