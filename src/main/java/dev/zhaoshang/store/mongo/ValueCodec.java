package dev.zhaoshang.store.mongo;

import dev.zhaoshang.domain.Value;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Values of facts as plain BSON: a string, an int, a boolean or an array of strings. */
final class ValueCodec implements Codec<Value> {

  @Override
  public void encode(BsonWriter writer, Value value, EncoderContext context) {
    if (value instanceof Value.Text text) {
      writer.writeString(text.raw());
    } else if (value instanceof Value.Count count) {
      writer.writeInt32(count.raw());
    } else if (value instanceof Value.Flag flag) {
      writer.writeBoolean(flag.raw());
    } else if (value instanceof Value.Items items) {
      writer.writeStartArray();
      items.raw().forEach(writer::writeString);
      writer.writeEndArray();
    }
  }

  @Override
  public Value decode(BsonReader reader, DecoderContext context) {
    BsonType type = reader.getCurrentBsonType();
    return switch (type) {
      case STRING -> new Value.Text(reader.readString());
      case INT32 -> new Value.Count(reader.readInt32());
      case BOOLEAN -> new Value.Flag(reader.readBoolean());
      case ARRAY -> new Value.Items(strings(reader));
      default -> throw new BsonInvalidOperationException("A value cannot be of type " + type);
    };
  }

  private static List<String> strings(BsonReader reader) {
    List<String> items = new ArrayList<>();
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      items.add(reader.readString());
    }
    reader.readEndArray();
    return items;
  }

  @Override
  public Class<Value> getEncoderClass() {
    return Value.class;
  }
}
