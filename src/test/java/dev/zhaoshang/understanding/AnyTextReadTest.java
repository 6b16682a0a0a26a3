package dev.zhaoshang.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.AnyText;
import dev.zhaoshang.domain.Meaning;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class AnyTextReadTest {

  private static final List<String> FIELDS =
      Readers.CONTENT.forms().values().stream()
          .flatMap(form -> form.aspects().stream())
          .flatMap(aspect -> aspect.fields().stream())
          .map(field -> field.id())
          .toList();

  @Provide
  Arbitrary<String> texts() {
    return AnyText.of(25);
  }

  @Provide
  Arbitrary<String> asked() {
    return Arbitraries.of(FIELDS).injectNull(0.2);
  }

  @Property(tries = 1_500, seed = "20261124")
  void any_text_is_read_whatever_was_asked_and_its_words_stand_in_it(
      @ForAll("texts") String text, @ForAll("asked") @Nullable String asked) {
    Meaning meaning = Readers.WITHOUT_OBJECTIONS.read(text, asked);

    assertThat(meaning.confidence()).isBetween(0.0, 1.0);
    meaning.fields().forEach(found -> assertThat(text).as(asked).contains(found.words()));
  }
}
