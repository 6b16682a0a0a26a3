package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database in an MVStore: two kinds of map, for documents and for keys. */
final class DurableDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  /** The prefix by which the library finds its databases again. */
  static final String DATA = "databases.";

  /** Of maps with figures that earlier versions kept. */
  private static final String META = "meta.";

  static final String INDEX = "._index_";

  private final MVStore store;

  DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    MVMap<KeyValue, Object> entries =
        store.openMap(
            getFullCollectionNamespace(collection) + INDEX + index,
            new MVMap.Builder<KeyValue, Object>().keyType(KeyType.INSTANCE));
    return new OrderedIndex(entries, index, keys, sparse);
  }

  /** An index that is not unique is only known by name: the library finds nothing by it. */
  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return new EmptyIndex<>(index, keys);
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    String full = getFullCollectionNamespace(name);
    MVMap<Object, byte[]> data =
        store.openMap(
            DATA + full, new MVMap.Builder<Object, byte[]>().valueType(DocumentType.INSTANCE));
    return new DurableCollection(this, name, options, data, cursorRegistry);
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String index) {
    super.dropIndex(collection, index);
    store.removeMap(getFullCollectionNamespace(collection.getCollectionName()) + INDEX + index);
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    store.removeMap(DATA + getFullCollectionNamespace(name));
    store.removeMap(META + getFullCollectionNamespace(name));
  }

  @Override
  protected long getStorageSize() {
    return store.getFileStore().size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }
}
