package dev.zhaoshang.store.mongo;

import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Turns a record into a document and back. The component that identifies the record is the
 * document's {@code _id}; fields that the record does not have are ignored.
 */
final class Mapping<T extends Record> {

  private static final String ID = "_id";

  private final Codec<T> codec;
  private final String idComponent;
  private final Function<T, BsonDocument> derived;

  /**
   * @param idComponent name of the component that identifies a record
   * @param derived further fields of a record's document, by which it can be found; they are
   *     written with it, so they are never out of step
   */
  Mapping(Class<T> type, String idComponent, Function<T, BsonDocument> derived) {
    this.codec = Codecs.REGISTRY.get(type);
    this.idComponent = idComponent;
    this.derived = derived;
  }

  BsonDocument document(T domain) {
    BsonDocument plain = new BsonDocument();
    codec.encode(new BsonDocumentWriter(plain), domain, EncoderContext.builder().build());
    BsonDocument document = new BsonDocument(ID, plain.getString(idComponent));
    document.putAll(plain);
    document.remove(idComponent);
    document.putAll(derived.apply(domain));
    return document;
  }

  T domain(BsonDocument document) {
    BsonDocument plain = document.clone();
    plain.put(idComponent, document.getString(ID));
    return codec.decode(new BsonDocumentReader(plain), DecoderContext.builder().build());
  }
}
