package dev.zhaoshang.store.mongo;

import dev.zhaoshang.domain.LedgerEntry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/** Entries of a ledger: the components of the record, and as {@code kind} the record's name. */
final class LedgerEntryCodec implements Codec<LedgerEntry> {

  private static final String KIND = "kind";

  private static final Map<String, Class<?>> KINDS =
      Stream.of(LedgerEntry.class.getPermittedSubclasses())
          .collect(Collectors.toMap(LedgerEntryCodec::name, Function.identity()));

  private final BsonDocumentCodec documents = new BsonDocumentCodec();
  private final CodecRegistry registry;

  LedgerEntryCodec(CodecRegistry registry) {
    this.registry = registry;
  }

  private static String name(Class<?> kind) {
    String name = kind.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  @Override
  public void encode(BsonWriter writer, LedgerEntry entry, EncoderContext context) {
    BsonDocument document = new BsonDocument(KIND, new BsonString(name(entry.getClass())));
    BsonDocument components = new BsonDocument();
    write(new BsonDocumentWriter(components), entry, entry.getClass(), context);
    document.putAll(components);
    documents.encode(writer, document, context);
  }

  @SuppressWarnings("unchecked") // the codec of the entry's own class takes the entry
  private void write(BsonWriter writer, LedgerEntry entry, Class<?> kind, EncoderContext context) {
    ((Codec<LedgerEntry>) registry.get(kind)).encode(writer, entry, context);
  }

  @Override
  public LedgerEntry decode(BsonReader reader, DecoderContext context) {
    BsonDocument document = documents.decode(reader, context);
    String name = document.getString(KIND).getValue();
    Class<?> kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("The store holds an unknown kind of entry: " + name);
    }
    document.remove(KIND);
    return (LedgerEntry) registry.get(kind).decode(new BsonDocumentReader(document), context);
  }

  @Override
  public Class<LedgerEntry> getEncoderClass() {
    return LedgerEntry.class;
  }
}
