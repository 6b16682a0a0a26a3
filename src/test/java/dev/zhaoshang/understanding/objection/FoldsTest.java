package dev.zhaoshang.understanding.objection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Dialogs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FoldsTest {

  @Test
  void the_examples_bear_each_other_out() {
    Folds folds = Folds.of(Dialogs.load(Path.of("dialogs")), Thresholds.CALIBRATED);
    assertThat(folds.right()).as("objection first").isGreaterThanOrEqualTo(0.75);
    assertThat(folds.silent()).as("nothing fired where nothing is raised").isGreaterThan(0.85);
    assertThat(folds.odd()).as("odd ones are told, not refused").isNotEmpty();
  }
}
