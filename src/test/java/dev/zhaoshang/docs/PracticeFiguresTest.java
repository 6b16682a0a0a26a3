package dev.zhaoshang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PracticeFiguresTest {

  private static final Pattern FIGURE = Pattern.compile("\\b0\\.\\d\\d\\b");

  @Test
  void both_documents_name_the_same_figures_of_the_sets_that_are_here() throws IOException {
    Path sets = Path.of("src/test/resources/practice");
    List<List<String>> byJudge = rows(Path.of("docs/evaluation.md"), "| words");
    List<List<String>> bySet = rows(sets.resolve("README.md"), "| `answers");

    assertThat(byJudge).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(2));
    for (int set = 0; set < 2; set++) {
      assertThat(bySet.get(set)).containsExactly(byJudge.get(0).get(set), byJudge.get(1).get(set));
    }
    assertThat(sets).isDirectoryContaining("glob:**/answers.jsonl");
    assertThat(sets).isDirectoryContaining("glob:**/answers2.jsonl");
  }

  private static List<List<String>> rows(Path document, String start) throws IOException {
    return Files.readAllLines(document).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> FIGURE.matcher(line).results().map(figure -> figure.group()).toList())
        .toList();
  }
}
