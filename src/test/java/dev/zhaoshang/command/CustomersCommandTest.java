package dev.zhaoshang.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.document.Workbook;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Table;
import dev.zhaoshang.domain.Table.Line;
import dev.zhaoshang.store.mongo.MongoStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Existing customers come in from an Excel file, and records go out to one. */
class CustomersCommandTest {

  private static final List<String> HEADER = List.of("姓名", "单位", "手机", "要求区域", "性质", "备注");

  private static Assistant assistant;

  @TempDir private Path dir;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void learn() {
    assistant = Assistant.of(Dialogs.load(Path.of("dialogs")));
  }

  @BeforeEach
  void hire() {
    try (MongoStore store = store()) {
      store.people().save(person("lilei", "boss"));
      store.people().save(person("hanmei", "other"));
    }
  }

  @Test
  void a_preview_says_what_is_off_and_takes_nothing() throws IOException {
    write(
        List.of("王建国", "苏州康泰医药", "13812345678", "苏州、无锡", "公司", "老客户"),
        List.of("李国强", "", "1381234", "", "", ""),
        List.of("", "", "13700001111", "", "", ""),
        List.of("王建国", "苏州康泰医药", "13812345678", "", "", ""));
    assertThat(run("import", "in.xlsx", "lilei")).isEqualTo(Command.PROBLEMS);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("备注", "1381234", "2 ")
        .contains("4", "5");
    assertThat(customers("lilei")).isEmpty();
  }

  @Test
  void what_is_in_order_is_taken_as_existing_and_once_only() throws IOException {
    write(
        List.of("王建国", "苏州康泰医药", "13812345678", "苏州、无锡", "公司", ""),
        List.of("李国强", "无锡宏达医药", "13912345678", "", "挂靠", ""));
    assertThat(run("import", "in.xlsx", "lilei", "--apply")).isEqualTo(Command.OK);
    assertThat(run("import", "in.xlsx", "lilei", "--apply")).isEqualTo(Command.OK);
    List<Distributor> taken = customers("lilei");
    assertThat(taken).hasSize(2).allMatch(one -> Stage.of(one) == Stage.EXISTING);
    assertThat(taken.get(0).text("mobile")).contains("13812345678");
    assertThat(taken.get(0).text("nature")).contains("company");
    assertThat(taken.get(0).fact("wantedRegions").orElseThrow().codes()).hasSize(2);
  }

  @Test
  void a_customer_whom_a_colleague_has_is_left_out() throws IOException {
    write(List.of("王建国", "苏州康泰医药", "13812345678", "", "", ""));
    run("import", "in.xlsx", "lilei", "--apply");
    assertThat(run("import", "in.xlsx", "hanmei", "--apply")).isEqualTo(Command.PROBLEMS);
    assertThat(customers("hanmei")).isEmpty();
  }

  @Test
  void the_records_of_a_team_are_written_and_can_be_read_again() throws IOException {
    write(List.of("王建国", "苏州康泰医药", "13812345678", "苏州、无锡", "公司", ""));
    run("import", "in.xlsx", "lilei", "--apply");
    assertThat(run("export", "out.xlsx", "boss")).isEqualTo(Command.OK);
    Table written;
    try (InputStream in = Files.newInputStream(dir.resolve("out.xlsx"))) {
      written = Workbook.read(in);
    }
    assertThat(written.lines()).hasSize(1);
    assertThat(written.lines().get(0).cells())
        .contains("lilei", "existing", "王建国", "13812345678", "公司");
    assertThat(run("export", "out.xlsx", "other")).isEqualTo(Command.OK);
  }

  @Test
  void bad_input_is_refused_with_what_to_do() throws IOException {
    Files.writeString(dir.resolve("in.xlsx"), "no workbook");
    assertThat(run("import", "in.xlsx", "lilei")).isEqualTo(Command.BAD_INPUT);
    assertThat(run("import", "gone.xlsx", "lilei")).isEqualTo(Command.BAD_INPUT);
    assertThat(run("import", "in.xlsx", "nobody")).isEqualTo(Command.BAD_INPUT);
    assertThat(run("import")).isEqualTo(Command.BAD_INPUT);
  }

  @SafeVarargs
  private void write(List<String>... rows) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(new Line(lines.size() + 2, row));
    }
    try (OutputStream out = Files.newOutputStream(dir.resolve("in.xlsx"))) {
      Workbook.write(new Table(HEADER, lines), out, "customers");
    }
  }

  private int run(String... arguments) {
    printed.reset();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new CustomersCommand(
            out, dir, () -> assistant, this::store, () -> Instant.parse("2026-03-02T01:00:00Z"))
        .run(List.of(arguments));
  }

  private MongoStore store() {
    return MongoStore.open(null, dir.resolve("data"), Duration.ofDays(14));
  }

  private List<Distributor> customers(String rep) {
    try (MongoStore store = store()) {
      return store.distributors().ofOwner(rep).stream()
          .flatMap(card -> store.distributors().find(card.id()).stream())
          .toList();
    }
  }

  private static Person person(String id, String superior) {
    return new Person(id, id, Person.Role.REP, "team", superior, true, List.of());
  }
}
