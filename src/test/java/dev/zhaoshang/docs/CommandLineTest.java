package dev.zhaoshang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.ZhaoshangApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of the pages in a process of their own, in a folder without dialogs/, with the
 * sample lines of docs/evaluation.md as the files that they name.
 */
class CommandLineTest {

  private static final String JAR = "java -jar target/zhaoshang-bot.jar ";

  @TempDir Path folder;

  @Test
  void every_command_of_the_pages_ends_well() throws Exception {
    List<String> samples =
        Page.of("docs/evaluation.md").blocks().stream()
            .filter(block -> block.language().equals("jsonl"))
            .map(Page.Block::text)
            .toList();
    Files.writeString(folder.resolve("said.jsonl"), samples.get(0));
    Files.writeString(folder.resolve("calls.jsonl"), samples.get(1));
    Files.writeString(folder.resolve("answers.jsonl"), samples.get(2));
    List<String> commands =
        Stream.concat(commands("README.md"), commands("docs/evaluation.md")).distinct().toList();
    assertThat(commands).hasSizeGreaterThan(2);
    for (String command : commands) {
      run(command.substring(JAR.length()).split("\\s+", -1));
    }
  }

  @Test
  void both_readmes_name_the_same_commands() {
    assertThat(commands("README.zh-CN.md"))
        .containsExactlyElementsOf(commands("README.md").toList());
  }

  private static Stream<String> commands(String page) {
    return Page.of(page).blocks().stream()
        .filter(block -> block.language().equals("sh"))
        .flatMap(block -> block.commands().stream())
        .filter(command -> command.startsWith(JAR));
  }

  private void run(String[] arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.add(ZhaoshangApplication.class.getName());
    words.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    Path typed = Files.writeString(folder.resolve("typed.txt"), "13812345678\n");
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectInput(typed.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s ends", words).isTrue();
      String said = Files.readString(output, StandardCharsets.UTF_8);
      assertThat(process.exitValue()).as("%s says %s", List.of(arguments), said).isZero();
      assertThat(said).isNotBlank();
    } finally {
      process.destroyForcibly();
    }
  }
}
