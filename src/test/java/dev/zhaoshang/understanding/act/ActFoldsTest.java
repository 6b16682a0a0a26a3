package dev.zhaoshang.understanding.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Dialogs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ActFoldsTest {

  @Test
  void the_examples_bear_each_other_out() {
    ActFolds folds = ActFolds.of(Dialogs.load(Path.of("dialogs")));
    assertThat(folds.right()).as("share right").isGreaterThan(0.82);
    assertThat(folds.right(ActFolds.Kind.ANSWERS)).as("answers").isGreaterThan(0.90);
    assertThat(folds.right(ActFolds.Kind.PASSES)).as("passes on").isGreaterThan(0.80);
    assertThat(folds.right(ActFolds.Kind.ASIDE)).as("aside").isGreaterThan(0.60);
    assertThat(folds.odd()).as("odd ones are told, not refused").isNotEmpty();
  }
}
