package dev.zhaoshang.store.embedded;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Documents on disk of which nothing is wanted but that they are whole, and the text that they
 * begin with: a tenth of the work of reading them.
 */
final class CheckedType extends BasicDataType<Object> {

  /** Of a document that does not begin with that text. */
  static final Object NONE = new Object();

  private static final int MEMORY = 64;
  private static final byte TEXT = 2;

  private final byte[] field;

  /**
   * @param field name of the text that they begin with
   */
  CheckedType(String field) {
    this.field = (field + "\0").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Object read(ByteBuffer buffer) {
    ByteBuffer bson = ByteBuffer.wrap(DocumentType.whole(buffer)).order(ByteOrder.LITTLE_ENDIAN);
    int name = Integer.BYTES + 1;
    int value = name + field.length;
    if (bson.limit() < value + Integer.BYTES
        || bson.get(Integer.BYTES) != TEXT
        || !bson.slice(name, field.length).equals(ByteBuffer.wrap(field))) {
      return NONE;
    }
    // the length counts the zero at the end
    int length = bson.getInt(value) - 1;
    return new String(bson.array(), value + Integer.BYTES, length, StandardCharsets.UTF_8);
  }

  @Override
  public int getMemory(Object value) {
    return MEMORY;
  }

  @Override
  public void write(WriteBuffer buffer, Object value) {
    throw new UnsupportedOperationException("It is for reading only");
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
