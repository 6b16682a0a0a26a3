package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Territory;
import dev.zhaoshang.domain.Tick;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Regions with an agent: who may register them, and what they lock. */
class TerritoryTest extends AtTheBench {

  private static int people;
  private String mobile = "";

  @BeforeAll
  static void hire() {
    bench.hire("boss", Person.Role.SUPERIOR);
  }

  @BeforeEach
  void takeANewMobile() {
    mobile = "1371234" + String.format("%04d", ++people);
  }

  @Test
  void a_superior_registers_an_agent_and_everybody_sees_it() {
    List<Reply> replies = bench.say("boss", "/territory 扬州 示例颗粒 康德医药 2027-06-30");
    assertThat(ids(replies)).containsExactly("territory.set");
    Territory territory = territory("321000", "demoGranules");
    assertThat(territory.agent()).isEqualTo("康德医药");
    assertThat(territory.protectedUntil()).isEqualTo(LocalDate.parse("2027-06-30"));
    assertThat(bench.say(rep, "扬州有代理吗").get(0).text()).contains("康德医药", "2027-06-30");
    assertThat(bench.say(rep, "区域代理").get(0).text()).contains("扬州");
  }

  @Test
  void a_rep_registers_nothing() {
    bench.hire(rep, Person.Role.REP);
    assertThat(ids(bench.say(rep, "/territory 宿迁 示例颗粒 康德医药"))).containsExactly("territory.denied");
    assertThat(bench.say(rep, "宿迁有代理吗").get(0).id()).isIn("territory.open", "territory.none");
  }

  @Test
  void a_day_that_has_passed_and_a_product_that_is_not_ours_are_refused() {
    assertThat(ids(bench.say("boss", "/territory 徐州 示例颗粒 康德医药 2020-01-01")))
        .containsExactly("territory.date");
    assertThat(ids(bench.say("boss", "/territory 徐州 别家的药 康德医药")))
        .containsExactly("territory.usage");
  }

  @Test
  void a_clash_is_said_the_moment_region_and_product_are_known() {
    bench.say("boss", "/territory 镇江 示例颗粒 康德医药 2027-06-30");
    assertThat(ids(bench.say(rep, "王建国 " + mobile + " 想做镇江"))).doesNotContain("territory.clash");
    assertThat(ids(bench.say(rep, "看上我们的示例颗粒"))).contains("territory.clash");
  }

  @Test
  void another_product_does_not_clash() {
    bench.say("boss", "/territory 泰州 示例颗粒 康德医药");
    bench.say(rep, "王建国 " + mobile + " 想做泰州");
    assertThat(ids(bench.say(rep, "看上我们的示例胶囊"))).doesNotContain("territory.clash");
  }

  @Test
  void the_rate_is_locked_in_the_eight_points_and_the_others_are_not() {
    bench.say(rep, "王建国 " + mobile + " 想做淮安");
    bench.say(rep, "八大信息");
    List<Reply> replies = bench.say(rep, "讲了扣率");
    assertThat(ids(replies)).startsWith("checklist.locked");
    assertThat(replies.get(0).text()).contains("没做评估");
    bench.say(rep, "讲了保证金");
    assertThat(tick("discountRate")).isFalse();
    assertThat(tick("deposit")).isTrue();
  }

  @Test
  void the_rate_opens_once_the_distributor_is_assessed_and_the_region_free() {
    bench.say(rep, "王建国 " + mobile + " 想做盐城");
    bench.say(rep, "做评估");
    for (String grade : List.of("够用", "一般", "一般", "有一些", "还行", "在看")) {
      bench.say(rep, grade);
    }
    bench.say(rep, "八大信息");
    bench.say(rep, "讲了扣率");
    assertThat(tick("discountRate")).isTrue();
    bench.say("boss", "/territory 盐城 示例颗粒 康德医药");
    bench.say(rep, "撤销");
    assertThat(ids(bench.say(rep, "讲了扣率"))).startsWith("checklist.locked");
    bench.say("boss", "/territory 盐城 示例颗粒 空");
    bench.say(rep, "讲了扣率");
    assertThat(tick("discountRate")).isTrue();
  }

  @Test
  void a_point_shows_the_facts_of_policy_and_product() {
    bench.say(rep, "王建国 " + mobile);
    List<Reply> replies = bench.say(rep, "八大信息");
    assertThat(replies.get(0).text()).contains("注册资金");
    for (int i = 0; i < 5; i++) {
      replies = bench.say(rep, "跳过");
    }
    assertThat(replies.get(0).text()).contains("保证金", "20000");
  }

  private static Territory territory(String code, String product) {
    return bench
        .shelves
        .ledgers()
        .find("territory:" + code)
        .find(Territory.class, Territory.id(code, product))
        .orElseThrow();
  }

  private boolean tick(String item) {
    String current = bench.current(rep).orElseThrow().id();
    return bench
        .shelves
        .ledgers()
        .find(Ledger.ofDistributor(current))
        .find(Tick.class, Tick.id("convey", "", item))
        .map(tick -> tick.state() == Tick.State.DONE)
        .orElse(false);
  }
}
