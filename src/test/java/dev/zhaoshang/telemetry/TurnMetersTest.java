package dev.zhaoshang.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Dialogs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TurnMetersTest {

  @Test
  void what_is_counted_as_unsure_is_something_that_we_say() {
    assertThat(Dialogs.load(Path.of("dialogs")).replies())
        .containsKeys(TurnMeters.UNSURE.toArray(String[]::new));
  }
}
