package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Set;
import org.bson.BsonBinaryReader;
import org.bson.BsonType;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Documents as BSON: a third of the bytes of the library's Java serialisation. On disk a checksum
 * follows, by which damage is noticed; early files have none.
 */
final class DocumentType extends BasicDataType<byte[]> {

  static final DocumentType INSTANCE = new DocumentType();

  /** Bytes of an array beside what it holds, about. */
  private static final int ARRAY = 24;

  private DocumentType() {}

  @Override
  public int getMemory(byte[] bson) {
    return ARRAY + bson.length;
  }

  @Override
  public void write(WriteBuffer buffer, byte[] bson) {
    buffer.putVarInt(bson.length + Integer.BYTES);
    buffer.put(bson);
    buffer.putInt(Journal.checksum(bson));
  }

  @Override
  public byte[] read(ByteBuffer buffer) {
    return whole(buffer);
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
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }

  static byte[] bytes(Document document) {
    ByteBuf bytes = Unpooled.buffer();
    BsonEncoder.encodeDocument(document, bytes);
    return ByteBufUtil.getBytes(bytes);
  }

  static Document document(byte[] bytes) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }

  /** The same with these fields only; what is not asked for is passed over unread. */
  static Document document(byte[] bson, Set<String> fields) {
    ByteBuf part = Unpooled.buffer().writeIntLE(0);
    try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bson))) {
      reader.readStartDocument();
      int start = reader.getBsonInput().getPosition();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        boolean asked = fields.contains(reader.readName());
        reader.skipValue();
        int end = reader.getBsonInput().getPosition();
        if (asked) {
          part.writeBytes(bson, start, end - start);
        }
        start = end;
      }
    }
    part.writeByte(0);
    return BsonDecoder.decodeBson(part.setIntLE(0, part.readableBytes()));
  }
}
