package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Table;
import dev.zhaoshang.domain.Update;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Existing customers come in by a list that is sent, and those of a team go out as one. */
class ImportTest extends WithATeam {

  private static final List<String> HEADER = List.of("姓名", "单位", "手机", "要求区域", "性质", "备注");
  private static final SentFile FILE = new SentFile("f1", "老客户.xlsx", "", 9000);

  private int sent;

  @Test
  void a_list_is_previewed_and_nothing_is_stored() {
    bench.say("wang", "陈志远 无锡同和医药 13812340002 想做无锡");
    List<Reply> replies =
        send(
            "wang",
            List.of("王建国", "苏州康泰医药", "13812345678", "苏州、无锡", "公司", "老客户"),
            List.of("李国强", "", "1381234", "", "", ""),
            List.of("", "", "13700001111", "", "", ""),
            List.of("王建国", "苏州康泰医药", "13812345678", "", "", ""),
            List.of("陈志远", "无锡同和医药", "13812340002", "", "", ""));
    assertThat(ids(replies)).startsWith("import.preview");
    assertThat(replies.get(0).text())
        .contains("能导入的老客户 2 位", "先不导入的 3 行", "备注")
        .contains("第3行 李国强", "1381234", "第4行 没有姓名", "第5行 王建国 苏州康泰医药：跟前面的重复", "第6行", "系统里已经有");
    assertThat(bench.records.of("wang")).hasSize(1);
  }

  @Test
  void a_button_takes_what_is_in_order_once_and_undo_takes_it_back() {
    send(
        "wang",
        List.of("王建国", "苏州康泰医药", "13812345678", "苏州、无锡", "公司", ""),
        List.of("李国强", "无锡宏达医药", "13912345678", "", "挂靠", ""));
    List<Reply> replies = bench.tap("wang", "导入 2 位");
    assertThat(ids(replies)).startsWith("import.done");
    List<Distributor> taken = bench.records.of("wang");
    assertThat(taken).hasSize(2).allMatch(one -> Stage.of(one) == Stage.LEAD);
    assertThat(taken).extracting(one -> one.text("mobile").orElse("")).contains("13812345678");
    bench.say("wang", "撤销");
    assertThat(bench.records.of("wang")).isEmpty();
  }

  @Test
  void tapping_twice_takes_it_once_and_what_was_told_since_stands() {
    send("wang", List.of("王建国", "苏州康泰医药", "13812345678", "苏州", "公司", ""));
    String button = button("import:");
    bench.press("wang", button);
    bench.say("wang", "换到王建国");
    bench.say("wang", "挂靠的，不是公司");
    assertThat(ids(bench.press("wang", button))).startsWith("import.taken");
    assertThat(bench.current("wang").orElseThrow().text("nature")).hasValue("affiliated");
  }

  @Test
  void a_superior_takes_a_list_for_one_of_the_own_people() {
    bench.say("boss", "你好");
    bench.say("wang", "你好");
    send("boss", List.of("王建国", "苏州康泰医药", "13812345678", "苏州", "公司", ""));
    assertThat(ids(bench.tap("boss", "给王五导入 1 位"))).startsWith("import.done");
    assertThat(bench.records.of("wang")).singleElement().matches(d -> d.owner().equals("wang"));
    assertThat(bench.records.of("boss")).isEmpty();
    bench.until(bench.now.plusSeconds(5));
    assertThat(bench.unasked("wang"))
        .anySatisfy(
            reply -> {
              assertThat(reply.id()).isEqualTo("import.given");
              assertThat(reply.text()).contains("李总监", "1 位");
            });
  }

  @Test
  void an_admin_takes_a_list_for_anybody_and_undo_takes_it_back() {
    bench.hire("admin", "老板", Person.Role.ADMIN, null);
    send("admin", List.of("王建国", "苏州康泰医药", "13812345678", "苏州", "公司", ""));
    bench.tap("admin", "给王五导入 1 位");
    assertThat(bench.records.of("wang")).hasSize(1);
    assertThat(ids(bench.say("admin", "撤销"))).startsWith("undone");
    assertThat(bench.records.of("wang")).isEmpty();
  }

  @Test
  void that_a_rep_s_own_customers_buy_already_is_confirmed_by_the_superior() {
    bench.say("boss", "你好");
    send("wang", List.of("王建国", "苏州康泰医药", "13812345678", "苏州", "公司", ""));
    assertThat(ids(bench.tap("wang", "导入 1 位"))).contains("import.done", "import.asked");
    bench.say("wang", "换到王建国");
    assertThat(ids(bench.say("wang", "/visit"))).contains("gate.background");
    bench.until(bench.now.plusSeconds(5));
    assertThat(bench.unasked("boss"))
        .anySatisfy(reply -> assertThat(reply.text()).contains("王建国", "老客户"));
    bench.tap("boss", "批准");
    assertThat(Stage.of(bench.current("wang").orElseThrow())).isEqualTo(Stage.EXISTING);
    assertThat(ids(bench.say("wang", "/visit"))).contains("visit.existing");
  }

  @Test
  void a_list_that_was_exported_comes_back_with_its_stages() {
    List<String> header = List.of("姓名", "手机", "stage");
    Table table =
        new Table(
            header,
            List.of(
                new Table.Line(2, List.of("王建国", "13812345678", "called")),
                new Table.Line(3, List.of("李国强", "13912345678", "existing"))));
    last = sheet("boss", table.text());
    bench.tap("boss", "给王五导入 2 位");
    assertThat(bench.records.of("wang"))
        .extracting(one -> one.text("name").orElse("") + Stage.of(one))
        .containsExactlyInAnyOrder("王建国LEAD", "李国强EXISTING");
  }

  @Test
  void regions_of_imported_customers_are_registered_and_a_clash_is_told_before() {
    bench.say("boss", "/territory 无锡 示例颗粒 归百川医药");
    List<String> header = List.of("姓名", "手机", "要求区域", "意向产品");
    Table table =
        new Table(
            header,
            List.of(
                new Table.Line(2, List.of("王建国", "13812345678", "苏州", "示例颗粒")),
                new Table.Line(3, List.of("李国强", "13912345678", "无锡", "示例颗粒"))));
    last = sheet("boss", table.text());
    assertThat(last.get(0).text()).contains("第3行 李国强", "百川医药");
    assertThat(ids(bench.tap("boss", "给王五导入 2 位")))
        .contains("import.registered", "contract.registered.not");
    assertThat(bench.say("wang", "苏州有代理吗").get(0).text()).contains("王建国");
    assertThat(bench.say("wang", "无锡有代理吗").get(0).text()).contains("百川医药");
  }

  @Test
  void in_english_it_is_the_same() {
    bench.say("wang", "english");
    Table table =
        new Table(
            List.of("Name", "Company", "Mobile", "Remark"),
            List.of(new Table.Line(2, List.of("Li Lei", "Suzhou Kangtai Pharma", "138"))));
    List<Reply> replies = sheet("wang", table.text());
    assertThat(replies.get(0).text())
        .contains("1 customers of this table", "Remark", "Row 2 Li Lei", "Mobile 138");
    assertThat(ids(bench.tap("wang", "Import 1"))).startsWith("import.done");
  }

  @Test
  void nobody_takes_a_list_for_people_of_others() {
    bench.hire("other", "赵四", Person.Role.REP, "somebody");
    send("boss", List.of("王建国", "苏州康泰医药", "13812345678", "苏州", "公司", ""));
    String button = button("import:");
    assertThat(ids(bench.press("boss", button.replace(":wang", ":other"))))
        .startsWith("access.denied");
    send("wang", List.of("王建国", "苏州康泰医药", "13812345678", "苏州", "公司", ""));
    assertThat(ids(bench.press("wang", button("import:").replace(":wang", ":other"))))
        .startsWith("access.denied");
    assertThat(bench.records.of("other")).isEmpty();
  }

  @Test
  void a_list_that_is_gone_or_a_table_of_something_else_takes_nothing() {
    assertThat(ids(bench.press("wang", "import:1:wang"))).startsWith("import.gone");
    assertThat(ids(sheet("wang", new Table(List.of("a", "b"), List.of()).text())))
        .startsWith("import.nolist");
    assertThat(ids(sheet("wang", ""))).startsWith("import.unread");
  }

  @Test
  void a_sheet_is_read_where_that_can_be_done_and_elsewhere_it_is_said_what_to_do() {
    assertThat(ids(file("telegram"))).containsExactly("import.reading");
    assertThat(ids(file("wecom"))).contains("import.elsewhere");
  }

  @Test
  void a_long_list_is_refused() {
    List<Table.Line> lines = new ArrayList<>();
    for (int i = 0; i < 201; i++) {
      lines.add(new Table.Line(i + 2, List.of("客户" + i)));
    }
    List<Reply> replies = sheet("wang", new Table(List.of("姓名"), lines).text());
    assertThat(replies.get(0).text()).contains("一次最多 200 位");
    assertThat(replies.get(0).buttons()).isEmpty();
  }

  @Test
  void the_customers_of_a_team_go_out_as_a_file() {
    for (String words : List.of("导出团队客户", "/export team")) {
      Reply reply = bench.say("boss", words).get(0);
      assertThat(reply.id()).isEqualTo("export.team");
      assertThat(reply.text()).contains("王五");
      assertThat(reply.enclosure())
          .isEqualTo(new Enclosure(Enclosure.Kind.TEAM, "boss", dev.zhaoshang.domain.Language.ZH));
    }
    assertThat(ids(bench.say("wang", "导出团队客户"))).startsWith("access.denied");
    bench.hire("lone", "孙七", Person.Role.SUPERIOR, null);
    assertThat(ids(bench.say("lone", "导出团队客户"))).startsWith("export.team.none");
  }

  @Test
  void the_file_holds_the_customers_of_all_below_and_of_nobody_else() {
    bench.hire("head", "周一", Person.Role.SUPERIOR, null);
    bench.hire("boss", "李总监", Person.Role.SUPERIOR, "head");
    bench.hire("other", "赵四", Person.Role.REP, "somebody");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("other", "钱多多 南京广济医药 13812340003 想做南京");
    CustomerSheet sheet =
        new CustomerSheet(
            bench.store.distributors(), bench.store.ledgers(), () -> Brains.ofDialogs().content());
    for (String leader : List.of("boss", "head")) {
      Table table =
          sheet.ofTeam(
              bench.store.people().find(leader),
              bench.store.people().all(),
              dev.zhaoshang.domain.Language.ZH);
      assertThat(table.lines())
          .singleElement()
          .satisfies(line -> assertThat(line.cells()).contains("王五", "王建国", "13812340001"));
    }
    assertThat(ids(bench.say("head", "王总什么情况"))).containsExactly("before");
  }

  private @Nullable List<Reply> last;

  @SafeVarargs
  private List<Reply> send(String rep, List<String>... rows) {
    List<Table.Line> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(new Table.Line(lines.size() + 2, row));
    }
    last = sheet(rep, new Table(HEADER, lines).text());
    return last;
  }

  private List<Reply> sheet(String rep, String text) {
    return bench.receive(update(rep, "test", Update.Kind.SHEET, text));
  }

  private List<Reply> file(String channel) {
    return bench.receive(update("wang", channel, Update.Kind.FILE, ""));
  }

  private Update update(String rep, String channel, Update.Kind kind, String text) {
    String id = channel + ":sheet:" + rep + ++sent;
    return new Update(id, rep, channel, rep, kind, text, null, null, null, "", null, FILE);
  }

  private String button(String begins) {
    return java.util.Objects.requireNonNull(last).stream()
        .flatMap(reply -> reply.buttons().stream())
        .map(dev.zhaoshang.domain.Button::data)
        .filter(data -> data.startsWith(begins))
        .findFirst()
        .orElseThrow();
  }
}
