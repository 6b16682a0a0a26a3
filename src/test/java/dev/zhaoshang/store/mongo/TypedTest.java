package dev.zhaoshang.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.TurnRecord;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Of each text that is stored it is decided whether people typed it. */
class TypedTest {

  /** Ids, kinds, times and codes, and names of our own people: an erasure leaves them alone. */
  private static final Set<String> LEFT =
      Set.of(
          "about",
          "account",
          "after",
          "asked",
          "asks",
          "before",
          "beside",
          "beyond",
          "button",
          "by",
          "byName",
          "channel",
          "chat",
          "checklist",
          "code",
          "codes",
          "collection",
          "content",
          "data",
          "decision",
          "distributor",
          "distributors",
          "failure",
          "field",
          "fields",
          "fired",
          "followUp",
          "from",
          "fromName",
          "holder",
          "id",
          "item",
          "meant",
          "message",
          "month",
          "name",
          "nature",
          "numbers",
          "objection",
          "occasion",
          "of",
          "over",
          "people",
          "person",
          "problem",
          "product",
          "raised",
          "region",
          "rep",
          "reply",
          "setBy",
          "shown",
          "sort",
          "subject",
          "tick",
          "time",
          "to",
          "toName",
          "turn",
          "type",
          "unit",
          "value",
          "variant",
          "variants",
          "what",
          "zone");

  private final Set<Type> seen = new HashSet<>();
  private final Set<String> left = new TreeSet<>();

  @Test
  void each_text_of_a_stored_record_is_erased_or_known_to_be_no_words_of_people() {
    Stream.of(LedgerEntry.class.getPermittedSubclasses()).forEach(kind -> look(name(kind), kind));
    look("inbox", InboxEntry.class);
    look("turns", TurnRecord.class);
    look("outbox", OutboxEntry.class);
    assertThat(left).isEqualTo(new TreeSet<>(LEFT));
  }

  private static String name(Class<?> kind) {
    return Character.toLowerCase(kind.getSimpleName().charAt(0))
        + kind.getSimpleName().substring(1);
  }

  private void look(String parent, Class<?> kind) {
    if (seen.add(kind)) {
      for (RecordComponent component : kind.getRecordComponents()) {
        look(parent, component.getName(), component.getGenericType());
      }
    }
  }

  private void look(String parent, String field, Type type) {
    if (type instanceof ParameterizedType of) {
      Stream.of(of.getActualTypeArguments()).forEach(one -> look(parent, field, one));
    } else if (type == String.class) {
      if (!Typed.is(parent, new BsonDocument(), field, "")) {
        left.add(field);
      }
    } else if (type instanceof Class<?> kind && kind.isRecord()) {
      look(field, kind);
    }
  }
}
