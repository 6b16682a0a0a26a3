package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.Field;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the field that a few words name. */
final class FieldNames {

  private FieldNames() {}

  /** The field whose id, label or cue is in the words; the longest name wins. */
  static Optional<Field> in(String words, Form form) {
    String lower = words.toLowerCase(Locale.ROOT);
    return form.aspects().stream()
        .flatMap(aspect -> aspect.fields().stream())
        .filter(field -> longest(lower, field) > 0)
        .max(Comparator.comparingInt(field -> longest(lower, field)));
  }

  private static int longest(String words, Field field) {
    return Stream.concat(
            Stream.of(field.id(), field.label().zh(), field.label().en()), field.cues().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.length() > 1 && words.contains(name))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
