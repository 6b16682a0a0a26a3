package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/procedure.md: each of its lines is understood, and each file is there. */
class ProcedureTest {

  private static final Set<String> NOT_UNDERSTOOD =
      Set.of("lost", "aside", "unclear", "checklists");
  private static final String NONE = "\u2014";

  private static Workbench bench;
  private static int reps;

  @BeforeAll
  static void open(@TempDir Path dir) {
    bench = new Workbench(dir, Brains::ofDialogs);
    bench.hire("boss", Person.Role.SUPERIOR);
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  /** A row of the table. */
  record Row(String item, String line, String file) {}

  static List<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/procedure.md")).stream()
        .filter(line -> line.matches("\\| \\d+.*"))
        .map(line -> line.split(" *\\| *", -1))
        .map(cells -> new Row(cells[1], bare(cells[2]), bare(cells[3])))
        .toList();
  }

  private static String bare(String cell) {
    return cell.replace("`", "").strip();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void each_file_is_there(Row row) {
    if (!row.file().equals(NONE)) {
      assertThat(Path.of("dialogs", row.file())).exists();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void each_line_is_understood(Row row) {
    if (row.line().equals(NONE)) {
      return;
    }
    String rep = "rep" + ++reps;
    bench.hire(rep, rep, Person.Role.REP, "boss");
    bench.say(rep, "王建国 苏州同和" + reps + "医药 1381234" + (1000 + reps) + " 想做苏州");
    List<Reply> replies = bench.say(rep, row.line());
    assertThat(replies).isNotEmpty();
    assertThat(replies.get(0).id()).as(row.item()).isNotIn(NOT_UNDERSTOOD);
  }

  @Test
  void every_checklist_is_in_the_table() throws IOException {
    Set<String> named = rows().stream().map(Row::file).collect(Collectors.toSet());
    try (var files = Files.list(Path.of("dialogs/checklists"))) {
      List<String> lists =
          files
              .map(file -> "checklists/" + file.getFileName())
              .filter(file -> file.endsWith(".yml") && !file.contains("disciplines"))
              .toList();
      assertThat(named).containsAll(lists);
    }
  }
}
