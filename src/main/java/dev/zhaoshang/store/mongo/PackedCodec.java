package dev.zhaoshang.store.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.ByteBufNIO;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.ByteBufferBsonInput;

/**
 * A record as one binary value that holds its document. What is deep, is written with each turn and
 * never looked for, then passes driver and server as it is instead of field by field. Documents are
 * read too: earlier versions wrote them.
 */
final class PackedCodec<T extends Record> implements Codec<T> {

  /** The first subtype that BSON leaves to its users. */
  private static final byte SUBTYPE = (byte) 0x80;

  private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

  private final Codec<T> codec;

  /** By the very record: most of what a session holds was written with the turn before too. */
  private final Cache<T, BsonBinary> packed = Caffeine.newBuilder().weakKeys().build();

  /**
   * @param codec of the record as a document
   */
  PackedCodec(Codec<T> codec) {
    this.codec = codec;
  }

  /** Whether a value is a packed record. */
  static boolean isPacked(BsonValue value) {
    return value.isBinary() && value.asBinary().getType() == SUBTYPE;
  }

  /** The document of a packed record. */
  static BsonDocument unpack(BsonValue packed) {
    RawBsonDocument raw = new RawBsonDocument(packed.asBinary().getData());
    return raw.decode(DOCUMENTS);
  }

  /** Packs a document. */
  static BsonBinary pack(BsonDocument document) {
    return pack(DOCUMENTS, document, EncoderContext.builder().build());
  }

  private static <D> BsonBinary pack(Codec<D> codec, D value, EncoderContext context) {
    return new BsonBinary(SUBTYPE, KeptCodec.bytes(codec, value, context));
  }

  @Override
  public void encode(BsonWriter writer, T value, EncoderContext context) {
    writer.writeBinaryData(packed.get(value, one -> pack(codec, one, context)));
  }

  @Override
  public T decode(BsonReader reader, DecoderContext context) {
    if (reader.getCurrentBsonType() != BsonType.BINARY) {
      return codec.decode(reader, context);
    }
    ByteBuffer bytes = ByteBuffer.wrap(reader.readBinaryData().getData());
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    try (BsonBinaryReader unpacked =
        new BsonBinaryReader(new ByteBufferBsonInput(new ByteBufNIO(bytes)))) {
      return codec.decode(unpacked, context);
    }
  }

  @Override
  public Class<T> getEncoderClass() {
    return codec.getEncoderClass();
  }
}
