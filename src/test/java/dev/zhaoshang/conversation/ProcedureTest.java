package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Checklist;
import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the table of docs/procedure.md by chat: every numbered item of the domain. */
class ProcedureTest {

  private static final String GOES_ON = "\u2026";
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ROW = Pattern.compile("\\| \\d.*");

  private static Workbench bench;
  private static int walks;

  @BeforeAll
  static void open(@TempDir Path dir) {
    bench = new Workbench(dir, Brains::ofDialogs);
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  /**
   * A row of the table.
   *
   * @param item what it is about, with its ids
   * @param when what has happened before
   * @param lines that are typed or tapped
   * @param comes id of a reply to the last of them
   * @param kept ids of what is on record afterwards and was not, or was otherwise
   * @param file of dialogs/
   */
  record Row(
      String item, String when, List<String> lines, String comes, List<String> kept, String file) {

    List<String> ids() {
      return codes(item);
    }
  }

  /** Rows that go on from one another. */
  record Walk(List<Row> rows) {
    @Override
    public String toString() {
      return rows.get(0).item();
    }
  }

  static List<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/procedure.md")).stream()
        .filter(line -> ROW.matcher(line).matches())
        .map(line -> line.split(" *\\| *", -1))
        .map(
            cells ->
                new Row(
                    cells[1],
                    cells[2],
                    codes(cells[3]),
                    codes(cells[4]).get(0),
                    codes(cells[5]),
                    codes(cells[6]).get(0)))
        .toList();
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(hit -> hit.group(1)).toList();
  }

  static List<Walk> walks() throws IOException {
    List<List<Row>> walks = new ArrayList<>();
    for (Row row : rows()) {
      if (!row.when().equals(GOES_ON)) {
        walks.add(new ArrayList<>());
      }
      walks.get(walks.size() - 1).add(row);
    }
    return walks.stream().map(Walk::new).toList();
  }

  @ParameterizedTest
  @MethodSource("walks")
  void what_the_table_says_comes_and_is_kept(Walk walk) {
    ProcedureWalk person = new ProcedureWalk(bench, ++walks);
    person.begin(walk.rows().get(0).when());
    for (Row row : walk.rows()) {
      Map<String, String> before = person.records();
      List<Reply> replies = person.say(row.lines());
      assertThat(replies).extracting(Reply::id).as(row.toString()).contains(row.comes());
      Map<String, String> after = person.records();
      assertThat(row.kept())
          .as("%s of %s", row, after.keySet())
          .allSatisfy(id -> assertThat(after.get(id)).isNotNull().isNotEqualTo(before.get(id)));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void each_file_is_there(Row row) {
    assertThat(Path.of("dialogs", row.file())).exists();
  }

  @Test
  void no_point_of_a_checklist_is_missing() throws IOException {
    for (Checklist list : content().checklists().values()) {
      Set<String> named = named("checklists/" + list.id() + ".yml");
      assertThat(named)
          .as(list.id())
          .containsAll(list.items().stream().map(Checklist.Item::id).toList());
    }
  }

  @Test
  void no_point_of_a_form_is_missing_but_those_of_the_first_call() throws IOException {
    for (Form form : content().forms().values()) {
      if (!form.id().equals(content().intake().id())) {
        Set<String> named = named("forms/" + form.id() + ".yml");
        assertThat(form.aspects())
            .as(form.id())
            .allSatisfy(
                aspect ->
                    assertThat(names(aspect).anyMatch(named::contains)).as(aspect.id()).isTrue());
      }
    }
  }

  private static Stream<String> names(Form.Aspect aspect) {
    return Stream.concat(Stream.of(aspect.id()), aspect.fields().stream().map(Form.Field::id));
  }

  @Test
  void no_card_and_no_notice_is_missing() throws IOException {
    Set<String> files = rows().stream().map(Row::file).collect(Collectors.toSet());
    for (String folder : List.of("objections", "notices", "checklists", "forms")) {
      try (Stream<Path> there = Files.list(Path.of("dialogs", folder))) {
        List<String> wanted =
            there
                .map(file -> folder + "/" + Objects.requireNonNull(file.getFileName()))
                .filter(file -> file.endsWith(".yml") && !file.equals("forms/intake.yml"))
                .toList();
        assertThat(files).containsAll(wanted);
      }
    }
  }

  private static Set<String> named(String file) throws IOException {
    Set<String> named = new HashSet<>();
    rows().stream()
        .filter(row -> row.file().equals(file))
        .forEach(
            row -> {
              named.addAll(row.ids());
              named.addAll(row.kept());
            });
    return named;
  }

  private static Content content() {
    return Brains.ofDialogs().content();
  }
}
