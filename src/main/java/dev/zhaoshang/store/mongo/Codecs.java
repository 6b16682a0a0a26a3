package dev.zhaoshang.store.mongo;

import com.mongodb.Jep395RecordCodecProvider;
import com.mongodb.MongoClientSettings;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Value;
import java.lang.reflect.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * How domain records look in BSON: records by the driver's record codec (nulls left out), instants
 * as dates, which keep milliseconds, enums as lowerCamel names, values plain.
 */
final class Codecs {

  static final CodecRegistry REGISTRY =
      CodecRegistries.fromProviders(new OurTypes(), MongoClientSettings.getDefaultCodecRegistry());

  private static final CodecProvider RECORDS = new Jep395RecordCodecProvider();

  private Codecs() {}

  private static final class OurTypes implements CodecProvider {

    @Override
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
      return get(type, List.of(), registry);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // the codec made is for the class asked for
    public <T> @Nullable Codec<T> get(
        Class<T> type, List<Type> typeArguments, CodecRegistry registry) {
      if (type == Value.class) {
        return (Codec<T>) new ValueCodec();
      }
      if (type == LedgerEntry.class) {
        return (Codec<T>) new KeptCodec<>(new LedgerEntryCodec(registry));
      }
      if (type == Fact.class || type == Distributor.HistoryEntry.class) {
        return new KeptCodec<>(RECORDS.get(type, typeArguments, registry));
      }
      if (type == Session.UndoStep.class || type == Session.Outcome.class) {
        return (Codec<T>) new PackedCodec(RECORDS.get(type, typeArguments, registry));
      }
      return type.isEnum() ? (Codec<T>) new EnumCodec(type) : null;
    }
  }

  private static final class EnumCodec<E extends Enum<E>> implements Codec<E> {

    private final Class<E> type;
    private final Map<String, E> constants;
    private final Map<E, String> names;

    EnumCodec(Class<E> type) {
      this.type = type;
      this.names = new EnumMap<>(type);
      Stream.of(type.getEnumConstants()).forEach(one -> names.put(one, name(one)));
      this.constants =
          Stream.of(type.getEnumConstants())
              .collect(Collectors.toMap(EnumCodec::name, Function.identity()));
    }

    private static String name(Enum<?> constant) {
      String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
      return words[0]
          + Stream.of(words)
              .skip(1)
              .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
              .collect(Collectors.joining());
    }

    @Override
    public void encode(BsonWriter writer, E constant, EncoderContext context) {
      writer.writeString(names.get(constant));
    }

    @Override
    public E decode(BsonReader reader, DecoderContext context) {
      String name = reader.readString();
      E constant = constants.get(name);
      if (constant == null) {
        throw new IllegalArgumentException(
            "The store holds an unknown " + type.getSimpleName() + ": " + name);
      }
      return constant;
    }

    @Override
    public Class<E> getEncoderClass() {
      return type;
    }
  }
}
