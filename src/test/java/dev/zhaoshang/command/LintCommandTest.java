package dev.zhaoshang.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Dialogs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

  private static final String BROKEN = "src/test/resources/lint/D14/broken";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void good_dialogs_end_with_0_and_a_count() {
    assertThat(lint(Path.of(""), "dialogs")).hasValue(Command.OK);
    assertThat(printed()).contains("0 errors, 0 warnings").contains("0 个错误");
  }

  @Test
  void problems_end_with_1_and_are_printed_with_their_place() {
    assertThat(lint(Path.of(""), BROKEN)).hasValue(Command.PROBLEMS);
    assertThat(printed()).contains("forms/intake.yml:10:15 D14").contains("是不是“name”？");
  }

  @Test
  void one_language_can_be_chosen() {
    assertThat(lint(Path.of(""), BROKEN, "--lang", "en")).hasValue(Command.PROBLEMS);
    assertThat(printed()).contains("Did you mean “name”?").doesNotContain("是不是");
  }

  @Test
  void without_a_folder_the_packaged_copy_is_checked(@TempDir Path empty) {
    assertThat(lint(empty)).hasValue(Command.OK);
    assertThat(printed()).containsPattern("[1-9][0-9]* files, 0 errors");
  }

  @Test
  void a_missing_folder_an_unknown_option_and_a_second_folder_end_with_2() {
    assertThat(lint(Path.of(""), "nowhere")).hasValue(Command.BAD_INPUT);
    assertThat(printed()).contains("nowhere");
    assertThat(lint(Path.of(""), "--fast")).hasValue(Command.BAD_INPUT);
    assertThat(lint(Path.of(""), "dialogs", "dialogs")).hasValue(Command.BAD_INPUT);
    assertThat(lint(Path.of(""), "--lang")).hasValue(Command.BAD_INPUT);
    assertThat(printed()).contains("Usage:");
  }

  @Test
  void other_arguments_are_no_command() {
    Commands commands = new Commands(List.of());
    assertThat(commands.run(List.of("--server.port=0"))).isEmpty();
    assertThat(commands.run(List.of())).isEmpty();
  }

  private OptionalInt lint(Path workingDirectory, String... arguments) {
    LintCommand command = new LintCommand(out, workingDirectory, new Dialogs(Set.of()));
    return OptionalInt.of(command.run(List.of(arguments)));
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
