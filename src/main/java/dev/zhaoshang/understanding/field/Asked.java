package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pending question.
 *
 * @param form it belongs to; null when nothing is asked
 * @param aspect the aspect asked for; null when nothing is asked
 * @param field the one field asked for; null when the aspect as a whole is asked
 */
public record Asked(@Nullable Form form, Form.@Nullable Aspect aspect, Form.@Nullable Field field) {

  /** Nothing is asked. */
  public static final Asked NOTHING = new Asked(null, null, null);

  /** Looks up an aspect or field id in the forms, the intake first; an unknown id asks nothing. */
  public static Asked of(Content content, @Nullable String id) {
    if (id == null) {
      return NOTHING;
    }
    return content.forms().values().stream()
        .sorted(Comparator.comparing(form -> !form.id().equals("intake")))
        .flatMap(form -> find(form, id).stream())
        .findFirst()
        .orElse(NOTHING);
  }

  private static Optional<Asked> find(Form form, String id) {
    return form.aspectOf(id)
        .map(
            aspect -> {
              boolean whole = aspect.id().equals(id) && aspect.fields().size() > 1;
              return new Asked(form, aspect, whole ? null : form.field(id).orElse(null));
            });
  }

  /** Whether the field is asked for alone. */
  public boolean only(String... fields) {
    return field != null && Arrays.asList(fields).contains(field.id());
  }

  /** Whether the aspect, or one of its fields, is asked for. */
  public boolean about(String... aspects) {
    return aspect != null && Arrays.asList(aspects).contains(aspect.id());
  }

  /** Whether the question is open to that field: it, or its aspect as a whole, is asked for. */
  public boolean covers(String id) {
    return field != null
        ? field.id().equals(id)
        : aspect != null && aspect.fields().stream().anyMatch(f -> f.id().equals(id));
  }

  /** Whether the one field asked for, or the first of the aspect, is of that type. */
  public boolean takes(Form.FieldType type) {
    if (field != null) {
      return field.type() == type;
    }
    return aspect != null && !aspect.fields().isEmpty() && aspect.fields().get(0).type() == type;
  }

  /** Whether one field that takes the rep's own words is asked for. */
  public boolean freeText() {
    return field != null
        && switch (field.type()) {
          case TEXT, PRICE, VOLUME -> true;
          default -> false;
        };
  }
}
