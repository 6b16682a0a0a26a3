package dev.zhaoshang.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example beside a field of dialogs/forms is a test: its text, asked for that field. */
class FieldExamplesTest {

  private static final int TEXT_MOST = 20;

  @TestFactory
  Stream<DynamicTest> every_example_of_a_field_reads_as_its_value() {
    return Readers.CONTENT.forms().values().stream()
        .flatMap(form -> form.aspects().stream())
        .flatMap(aspect -> aspect.fields().stream())
        .flatMap(
            field ->
                field.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                field.id() + ": " + example.text(), () -> reads(field, example))));
  }

  private static void reads(Form.Field field, Form.Example example) {
    Optional<String> read =
        Readers.WITHOUT_OBJECTIONS.read(example.text(), field.id()).fields().stream()
            .filter(f -> f.field().equals(field.id()) && f.value() != null)
            .map(f -> text(f.value()))
            .findFirst();
    assertThat(read).as(example.text()).isPresent();
    if (freeWords(field.type())) {
      String bare = bare(read.orElseThrow());
      String wanted = bare(example.value());
      assertThat(bare).contains(wanted);
      assertThat(bare.length()).isLessThanOrEqualTo(Math.max(TEXT_MOST, 3 * wanted.length()));
    } else {
      assertThat(read).hasValue(example.value());
    }
  }

  private static boolean freeWords(Form.FieldType type) {
    return switch (type) {
      case TEXT, PRICE, VOLUME, PRODUCT -> true;
      default -> false;
    };
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
  }

  private static String text(Value value) {
    return value.raw() instanceof List<?> items
        ? String.join(",", items.stream().map(Object::toString).toList())
        : value.raw().toString();
  }
}
