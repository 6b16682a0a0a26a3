package dev.zhaoshang.understanding.objection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Dialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What objections are learnt from. */
class LessonsTest {

  private static final Content CONTENT = Dialogs.load(Path.of("dialogs"));

  @Test
  void the_lessons_stand_in_an_order_that_is_the_same_in_each_run() {
    Lessons lessons = Lessons.of(CONTENT);

    List<String> nothing =
        lessons.examples().stream()
            .filter(example -> example.objections().isEmpty())
            .map(Example::text)
            .toList();
    assertThat(nothing)
        .isEqualTo(
            Stream.of("en", "zh", "zh-TW")
                .flatMap(tag -> CONTENT.nothing().getOrDefault(tag, List.of()).stream())
                .toList());
    assertThat(lessons.uncovered())
        .isEqualTo(
            Stream.of("en", "zh", "zh-TW")
                .flatMap(tag -> CONTENT.uncovered().getOrDefault(tag, List.of()).stream())
                .toList());
  }
}
