package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Sheet;
import dev.zhaoshang.domain.Tick;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A rep with a superior, who walks a part of the procedure with one customer. */
final class ProcedureWalk {

  private static final String OF_SUPERIOR = "\u4e0a\u7ea7\uff1a";
  private static final List<String> BACKGROUND =
      List.of("侧面了解", "康达老刘", "打款爽快", "带八个人 两家三甲", "自己纯销", "口碑还行");
  private static final List<String> CONTRACT =
      List.of(
          "签合同", "先上五家医院 他的人跑", "签完十五天打款", "年度五千盒", "季度看进度", "保证金两万", "开发五家医院提前退", "保护到2027年6月30日");

  private static final List<String> CITIES =
      List.of(
          "无锡", "常州", "南通", "扬州", "镇江", "泰州", "徐州", "盐城", "淮安", "宿迁", "杭州", "宁波", "温州", "嘉兴", "湖州",
          "绍兴", "金华", "台州", "合肥", "芜湖", "蚌埠");

  private final Workbench bench;
  private final String rep;
  private final String boss;
  private final String customer;
  private final int number;

  ProcedureWalk(Workbench bench, int number) {
    this.bench = bench;
    this.number = number;
    this.rep = "rep" + number;
    this.boss = "boss" + number;
    this.customer = "王建国 苏州同和" + number + "医药 1381234" + (1000 + number) + " 想做苏州";
    bench.now = Workbench.START;
    bench.hire(boss, "李总监", Person.Role.SUPERIOR, null);
    bench.hire(rep, "王五", Person.Role.REP, boss);
  }

  /** Does what has happened before, as the table calls it. */
  void begin(String when) {
    if (when.equals("nobody")) {
      return;
    }
    bench.say(rep, customer);
    switch (when) {
      case "a customer" -> {}
      case "a trip that is planned" -> bench.say(rep, "今天到周四去苏州");
      case "a trip that is approved" -> approved();
      case "a customer whose background is known" -> say(BACKGROUND);
      case "on a first visit" -> visit();
      case "after a first visit" -> {
        visit();
        later();
      }
      case "on a second visit" -> {
        visit();
        later();
        visit();
      }
      case "an existing customer" -> {
        say(BACKGROUND);
        say(CONTRACT);
        // in a region of its own: none has two agents for one product
        bench.say(rep, "区域改成" + CITIES.get(number % CITIES.size()));
        say(List.of("目标产品是示例颗粒", "签合同", "[签约了]"));
        later();
      }
      default -> throw new IllegalArgumentException(when);
    }
  }

  private void visit() {
    say(BACKGROUND);
    bench.say(rep, "/visit");
    bench.say(rep, "返回");
  }

  private void later() {
    bench.now = bench.now.plus(Duration.ofDays(2));
  }

  private void approved() {
    bench.say(rep, "今天到周四去苏州");
    bench.tap(rep, "报上级批");
    bench.until(bench.now.plusSeconds(5));
    bench.unasked(boss);
    bench.tap(boss, "批准");
    bench.tap(boss, "没有");
  }

  /** Types or taps one after the other; the replies are those to the last. */
  List<Reply> say(List<String> lines) {
    List<Reply> replies = List.of();
    for (String line : lines) {
      if (line.startsWith(OF_SUPERIOR)) {
        replies = bench.say(boss, line.substring(OF_SUPERIOR.length()));
      } else if (line.startsWith("[")) {
        replies = bench.tap(rep, line.substring(1, line.length() - 1));
      } else {
        replies = bench.say(rep, line);
      }
    }
    return replies;
  }

  /** What is on record: facts, points of checklists and the kinds of other entries, as text. */
  Map<String, String> records() {
    Map<String, String> records = new TreeMap<>();
    bench.store.sessions().find(rep).map(session -> session.distributor()).stream()
        .flatMap(id -> bench.shelves.distributors().find(id).stream())
        .forEach(distributor -> of(distributor, records));
    of(bench.shelves.ledgers().find(Ledger.ofRep(rep)), records);
    of(bench.shelves.ledgers().find(Ledger.ofRep(boss)), records);
    return records;
  }

  private void of(Distributor distributor, Map<String, String> records) {
    facts(distributor.fields(), records);
    of(bench.shelves.ledgers().find(Ledger.ofDistributor(distributor.id())), records);
  }

  private static void facts(Map<String, Fact> facts, Map<String, String> records) {
    facts.forEach((field, fact) -> records.put(field, String.valueOf(fact.value())));
  }

  private static void of(Ledger ledger, Map<String, String> records) {
    for (LedgerEntry entry : ledger.entries()) {
      if (entry instanceof Sheet sheet) {
        facts(sheet.fields(), records);
      }
      if (entry instanceof Tick tick) {
        records.merge(tick.item(), tick.toString(), String::concat);
      } else if (!(entry instanceof Day)) {
        records.merge(kind(entry), entry.toString(), String::concat);
      }
    }
  }

  private static String kind(LedgerEntry entry) {
    String name = entry.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
