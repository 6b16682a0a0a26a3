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

  private static final Assistant ASSISTANT = Assistant.of(Dialogs.load(Path.of("dialogs")));

  @Test
  void a_line_is_answered_with_its_meaning_its_neighbours_and_the_reasons() {
    assertThat(talk("太贵\n\n"))
        .contains("OBJECTION", "fired [priceTooHigh]", "near ", "priceTooHigh or another: +");
  }

  @Test
  void lines_after_a_question_answer_it_or_pass_on() {
    assertThat(talk("?requirements\n送货要快\n他不肯说\n"))
        .contains("ANSWER", "requirements = ", "after a question: answer by ")
        .contains("SKIP", "after a question: refused by ");
  }

  @Test
  void it_says_by_which_thresholds_it_fires() {
    assertThat(talk("太贵\n"))
        .startsWith("Thresholds: sure 0.55, unsure 0.35, the calibrated defaults");
  }

  private static String talk(String typed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        new TalkCommand(
                new BufferedReader(new StringReader(typed)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                () -> ASSISTANT)
            .run(List.of());
    assertThat(code).isEqualTo(Command.OK);
    return out.toString(StandardCharsets.UTF_8);
  }
}
