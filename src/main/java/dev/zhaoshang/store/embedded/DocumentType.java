package dev.zhaoshang.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents on disk, as BSON: a third of the bytes of the library's Java serialisation. */
final class DocumentType extends BasicDataType<Document> {

  static final DocumentType INSTANCE = new DocumentType();

  /** What an object costs beyond its bytes; only steers when pages split. */
  private static final int OVERHEAD = 24;

  private DocumentType() {}

  @Override
  public int getMemory(Document document) {
    return encode(document).readableBytes() + OVERHEAD;
  }

  @Override
  public void write(WriteBuffer buffer, Document document) {
    byte[] bytes = bytes(document);
    buffer.putVarInt(bytes.length);
    buffer.put(bytes);
  }

  @Override
  public Document read(ByteBuffer buffer) {
    byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(bytes);
    return document(bytes);
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
