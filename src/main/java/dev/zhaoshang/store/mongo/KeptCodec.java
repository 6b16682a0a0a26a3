package dev.zhaoshang.store.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Writes a value as its document, whose bytes are kept as long as the value is in use: most of what
 * a distributor or a ledger holds was written with the change before too.
 */
final class KeptCodec<T> implements Codec<T> {

  private final Codec<T> codec;

  /** By the very value. */
  private final Cache<T, byte[]> documents = Caffeine.newBuilder().weakKeys().build();

  /**
   * @param codec of the value, which is immutable, as a document; the context is always the default
   */
  KeptCodec(Codec<T> codec) {
    this.codec = codec;
  }

  @Override
  public void encode(BsonWriter writer, T value, EncoderContext context) {
    byte[] document = documents.get(value, one -> bytes(codec, one, context));
    try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(document))) {
      writer.pipe(reader);
    }
  }

  /** A value as BSON. */
  static <V> byte[] bytes(Codec<V> codec, V value, EncoderContext context) {
    try (BasicOutputBuffer bytes = new BasicOutputBuffer();
        BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
      codec.encode(writer, value, context);
      return bytes.toByteArray();
    }
  }

  @Override
  public T decode(BsonReader reader, DecoderContext context) {
    return codec.decode(reader, context);
  }

  @Override
  public Class<T> getEncoderClass() {
    return codec.getEncoderClass();
  }
}
