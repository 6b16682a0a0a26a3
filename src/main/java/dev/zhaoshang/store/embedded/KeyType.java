package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Comparator;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keys of an index in the order of their values, a shorter key before those that begin with it, so
 * that the entries with a common beginning lie together. (The library's own type orders them by
 * their serialised bytes, and serialises both for each comparison.)
 */
final class KeyType extends BasicDataType<KeyValue> {

  static final KeyType INSTANCE = new KeyType();

  /** Roughly what a key takes; only steers when pages split. */
  private static final int MEMORY = 160;

  private static final Comparator<Object> VALUES = ValueComparator.asc();

  private KeyType() {}

  @Override
  public int compare(KeyValue a, KeyValue b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int order = order(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /** Most are texts; the library finds out by their classes how to compare them. */
  private static int order(@Nullable Object a, @Nullable Object b) {
    return a instanceof String one && b instanceof String other
        ? one.compareTo(other)
        : VALUES.compare(a, b);
  }

  @Override
  public int getMemory(KeyValue key) {
    return MEMORY;
  }

  @Override
  public void write(WriteBuffer buffer, KeyValue key) {
    Document document = new Document();
    for (int i = 0; i < key.size(); i++) {
      document.put(Integer.toString(i), key.get(i));
    }
    DocumentType.INSTANCE.write(buffer, DocumentType.bytes(document));
  }

  @Override
  public KeyValue read(ByteBuffer buffer) {
    return new KeyValue(DocumentType.document(DocumentType.whole(buffer)).values());
  }

  @Override
  public KeyValue[] createStorage(int size) {
    return new KeyValue[size];
  }
}
