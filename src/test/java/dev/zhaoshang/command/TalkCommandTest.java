package dev.zhaoshang.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Dialogs;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkCommandTest {

  @Test
  void a_line_is_answered_with_its_meaning_its_neighbours_and_the_reasons() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Assistant assistant = Assistant.of(Dialogs.load(Path.of("dialogs")));
    int code =
        new TalkCommand(
                new BufferedReader(new StringReader("太贵\n\n")),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                () -> assistant)
            .run(List.of());
    assertThat(code).isEqualTo(Command.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("OBJECTION", "fired [priceTooHigh]", "near ", "priceTooHigh or another: +");
  }
}
