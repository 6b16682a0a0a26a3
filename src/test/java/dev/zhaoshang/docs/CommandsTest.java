package dev.zhaoshang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command of a page is of a kind that some test runs or checks. */
class CommandsTest {

  /** As one file, and unpacked. */
  private static final Pattern JAR =
      Pattern.compile(".*-jar target/(zhaoshang-bot/)?zhaoshang-bot\\.jar( .*)?");

  private static final List<String> GOALS =
      List.of("verify", "test", "package", "spring-boot:run", "spotless:apply");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "README.zh-CN.md",
        "CONTRIBUTING.md",
        "docs/evaluation.md",
        "docs/benchmark.md"
      })
  void each_command_is_one_that_the_build_has(String page) throws IOException {
    for (String command : commands(page)) {
      String[] words = command.split("\\s+", -1);
      switch (words[0]) {
        case "mvn" -> checkMaven(words);
        case "java" -> checkJava(command, words);
        case "export" -> checkVariable(words[1]);
        case "curl" ->
            assertThat(Curl.parse(command).address()).startsWith("http://127.0.0.1:8080");
        case "docker" -> assertThat(command).isEqualTo("docker compose up --build");
        default -> throw new AssertionError(page + ": nothing checks the command " + command);
      }
    }
  }

  @Test
  void the_server_runs_the_command_that_the_pages_name() throws IOException {
    assertThat(Files.readAllLines(Path.of(".ci/run"))).endsWith("mvn -B -ntp verify");
    assertThat(commands("README.md")).contains("mvn verify");
    assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).contains("`mvn -B -ntp verify`");
  }

  private static List<String> commands(String page) {
    return Page.of(page).blocks().stream()
        .filter(block -> block.language().equals("sh"))
        .flatMap(block -> block.commands().stream())
        .toList();
  }

  /** The archive of classes counts only for the collector that it was made with. */
  private static void checkJava(String command, String[] words) throws IOException {
    assertThat(command).matches(JAR);
    String pom = Files.readString(Path.of("pom.xml"));
    for (String word : words) {
      if (word.startsWith("-XX:") && !word.contains("SharedArchiveFile")) {
        assertThat(pom).contains("<argument>" + word + "</argument>");
      }
    }
  }

  private static void checkMaven(String[] words) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    for (String word : List.of(words).subList(1, words.length)) {
      if (word.startsWith("-P")) {
        assertThat(pom).contains("<id>" + word.substring(2) + "</id>");
      } else if (word.startsWith("-Dtest=")) {
        assertThat(tests()).contains(word.substring("-Dtest=".length()) + ".java");
      } else if (!word.startsWith("-")) {
        assertThat(GOALS).contains(word);
      }
    }
  }

  private static void checkVariable(String assignment) throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
        .contains("${" + assignment.split("=", 2)[0] + ":");
  }

  private static List<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
