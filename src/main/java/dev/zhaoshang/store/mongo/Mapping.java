package dev.zhaoshang.store.mongo;

import java.util.function.Function;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Turns a record into a document and back. The component that identifies the record is the
 * document's {@code _id}; fields that the record does not have are ignored.
 */
final class Mapping<T extends Record> {

  private static final String ID = "_id";
  private static final Codec<BsonValue> VALUES = new BsonValueCodec();
  private static final EncoderContext CONTEXT = EncoderContext.builder().build();

  private final Codec<T> codec;
  private final String idComponent;
  private final Function<T, BsonDocument> derived;

  /**
   * @param idComponent name of the component that identifies a record
   * @param derived further fields of a record's document, by which it can be found, none of them a
   *     component's name; they are written with it, so they are never out of step
   */
  Mapping(Class<T> type, String idComponent, Function<T, BsonDocument> derived) {
    this.codec = Codecs.REGISTRY.get(type);
    this.idComponent = idComponent;
    this.derived = derived;
  }

  /** The document, encoded once, as it goes to the server. */
  RawBsonDocument document(T domain) {
    try (BasicOutputBuffer bytes = new BasicOutputBuffer();
        DocumentWriter writer = new DocumentWriter(bytes, derived.apply(domain))) {
      codec.encode(writer, domain, CONTEXT);
      return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getPosition());
    }
  }

  T domain(BsonDocument document) {
    BsonDocument plain = document.clone();
    plain.put(idComponent, document.getString(ID));
    return codec.decode(new BsonDocumentReader(plain), DecoderContext.builder().build());
  }

  /** Writes the record's id under the document's name for it, and ends with what is derived. */
  private final class DocumentWriter extends BsonBinaryWriter {

    private final BsonDocument more;

    DocumentWriter(BasicOutputBuffer bytes, BsonDocument more) {
      super(bytes);
      this.more = more;
    }

    @Override
    public void writeName(String name) {
      super.writeName(isOutermost() && name.equals(idComponent) ? ID : name);
    }

    @Override
    public void writeEndDocument() {
      if (isOutermost()) {
        more.forEach(
            (name, value) -> {
              super.writeName(name);
              VALUES.encode(this, value, CONTEXT);
            });
      }
      super.writeEndDocument();
    }

    private boolean isOutermost() {
      return getContext().getParentContext() == null;
    }
  }
}
