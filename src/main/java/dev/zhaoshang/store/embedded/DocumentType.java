package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Documents on disk, as BSON: a third of the bytes of the library's Java serialisation. A checksum
 * follows, by which damage is noticed; early files have none.
 */
final class DocumentType extends BasicDataType<Document> {

  static final DocumentType INSTANCE = new DocumentType();

  /** Bytes of a field beside its name and value, and of a value that is no text, about. */
  private static final int FIELD = 8;

  private DocumentType() {}

  /**
   * About the bytes on disk; only steers when pages split and what the cache keeps. It is asked for
   * at every write, so nothing is encoded for it.
   */
  @Override
  public int getMemory(Document document) {
    return size(document);
  }

  private static int size(@Nullable Object value) {
    if (value instanceof Document document) {
      return FIELD
          + document.entrySet().stream()
              .mapToInt(field -> field.getKey().length() + FIELD + size(field.getValue()))
              .sum();
    }
    if (value instanceof Collection<?> items) {
      return FIELD + items.stream().mapToInt(DocumentType::size).sum();
    }
    return value instanceof String text ? 2 * text.length() : FIELD;
  }

  @Override
  public void write(WriteBuffer buffer, Document document) {
    byte[] bytes = bytes(document);
    buffer.putVarInt(bytes.length + Integer.BYTES);
    buffer.put(bytes);
    buffer.putInt(Journal.checksum(bytes));
  }

  @Override
  public Document read(ByteBuffer buffer) {
    return document(whole(buffer));
  }

  /**
   * The BSON of the document that stands next.
   *
   * @throws MVStoreException when it is not as it was written
   */
  static byte[] whole(ByteBuffer buffer) {
    int length = DataUtils.readVarInt(buffer);
    int own = ownLength(buffer, length);
    byte[] bytes = new byte[own];
    buffer.get(bytes);
    if (own < length && buffer.getInt() != Journal.checksum(bytes)) {
      throw damage();
    }
    if (own == length) {
      // without a checksum damage shows by reading only
      document(bytes);
    }
    return bytes;
  }

  /** The length that BSON begins with; what is left of the whole is the checksum. */
  private static int ownLength(ByteBuffer buffer, int length) {
    if (length < Integer.BYTES || length > buffer.remaining()) {
      throw damage();
    }
    int own = Integer.reverseBytes(buffer.getInt(buffer.position()));
    if (own != length && own != length - Integer.BYTES) {
      throw damage();
    }
    return own;
  }

  private static MVStoreException damage() {
    return DataUtils.newMVStoreException(
        DataUtils.ERROR_FILE_CORRUPT,
        "A document has not the length or checksum it was written with");
  }

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }

  static byte[] bytes(Document document) {
    return ByteBufUtil.getBytes(encode(document));
  }

  static Document document(byte[] bytes) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }

  private static ByteBuf encode(Document document) {
    ByteBuf bytes = Unpooled.buffer();
    BsonEncoder.encodeDocument(document, bytes);
    return bytes;
  }
}
