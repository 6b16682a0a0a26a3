package dev.zhaoshang.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.AnyText;
import dev.zhaoshang.Samples;
import dev.zhaoshang.domain.Meaning;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

class AnyTextReadTest {

  private static final List<String> ASKED =
      Readers.CONTENT.forms().values().stream()
          .flatMap(form -> form.aspects().stream())
          .flatMap(aspect -> aspect.fields().stream())
          .map(field -> field.id())
          .toList();

  @Samples(1_500)
  void any_text_is_read_whatever_was_asked_and_its_words_stand_in_it(long seed) {
    Random random = new Random(seed);
    String text = AnyText.of(random, 25);
    @Nullable String asked =
        random.nextInt(5) == 0 ? null : ASKED.get(random.nextInt(ASKED.size()));

    Meaning meaning = Readers.WITHOUT_OBJECTIONS.read(text, asked);

    assertThat(meaning.confidence()).isBetween(0.0, 1.0);
    meaning.fields().forEach(found -> assertThat(text).as(asked).contains(found.words()));
  }
}
