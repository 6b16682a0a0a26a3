package dev.zhaoshang.understanding.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhaoshang.understanding.learning.Keepsake;
import dev.zhaoshang.understanding.learning.LinearModel;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar keeps of the examples is what would be learnt of them. */
class KeepsakeTest {

  private static final List<String> OBJECTIONS = List.of("priceTooHigh", "noFunds");
  private static final List<Example> EXAMPLES =
      List.of(
          new Example("价格太高", List.of("priceTooHigh")),
          new Example("这个价太高了", List.of("priceTooHigh")),
          new Example("没有钱", List.of("noFunds")),
          new Example("手上没有钱", List.of("noFunds")),
          new Example("今天天气不错", List.of()),
          new Example("天气真不错", List.of()));

  private static final Lessons LESSONS = new Lessons(OBJECTIONS, EXAMPLES, List.of("没有发票"));

  @TempDir private Path classes;

  private Learnt learn() {
    return Learnt.of(LESSONS, LESSONS.normalized());
  }

  @Test
  void what_is_kept_answers_as_what_was_learnt() throws IOException {
    Learnt learnt = learn();
    Path file = Learnt.KEPT.write(classes, LESSONS, learnt);

    try (InputStream in = Files.newInputStream(file)) {
      Learnt kept = Learnt.KEPT.read(in, LESSONS).orElseThrow();

      assertThat(kept.which()).containsOnlyKeys("priceTooHigh", "noFunds");
      for (Example example : EXAMPLES) {
        assertThat(kept.any().probability(kept.features().of(example.text())))
            .isEqualTo(learnt.any().probability(learnt.features().of(example.text())));
        assertThat(probability(kept, example)).isEqualTo(probability(learnt, example));
      }
    }
  }

  private static double probability(Learnt learnt, Example example) {
    LinearModel model = Objects.requireNonNull(learnt.which().get("noFunds"));
    return model.probability(learnt.features().of(example.text()));
  }

  @Test
  void it_does_not_count_once_an_example_has_changed() throws IOException {
    Path file = Learnt.KEPT.write(classes, LESSONS, learn());
    Lessons fewer = new Lessons(OBJECTIONS, EXAMPLES.subList(0, 5), LESSONS.uncovered());

    try (InputStream in = Files.newInputStream(file)) {
      assertThat(Learnt.KEPT.read(in, fewer)).isEmpty();
    }
  }

  @Test
  void an_interrupted_build_leaves_what_was_kept_before() throws IOException {
    Keepsake<Breaking> kept = new Keepsake<>("breaking", Breaking.class, in -> new Breaking(true));

    assertThatThrownBy(() -> kept.write(classes, "lessons", new Breaking(true)))
        .isInstanceOf(EOFException.class);
    assertThat(kept.isIn(classes, "lessons")).isFalse();

    kept.write(classes, "lessons", new Breaking(false));
    assertThatThrownBy(() -> kept.write(classes, "others", new Breaking(true)))
        .isInstanceOf(EOFException.class);
    assertThat(kept.isIn(classes, "lessons")).isTrue();
  }

  private record Breaking(boolean breaks) implements Keepsake.Kept {

    @Override
    public void write(DataOutputStream out) throws IOException {
      out.flush();
      if (breaks) {
        throw new EOFException("the build is interrupted");
      }
    }
  }
}
