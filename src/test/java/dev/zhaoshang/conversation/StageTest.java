package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Tick;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a distributor moves from stage to stage, and what is in its way. */
class StageTest extends AtTheBench {

  private static int people;
  private String mobile = "";

  @BeforeEach
  void takeANewMobile() {
    mobile = "1391234" + String.format("%04d", ++people);
  }

  @Test
  void a_first_visit_is_not_on_record_before_the_background_check() {
    bench.say(rep, "王建国 " + mobile);
    assertThat(ids(press(Stage.FIRST_VISIT))).startsWith("gate.background");
    check();
    assertThat(ids(press(Stage.FIRST_VISIT))).startsWith("stage.reached");
    assertThat(stage()).isEqualTo(Stage.FIRST_VISIT);
  }

  @Test
  void a_contract_without_payment_date_and_performance_terms_is_refused() {
    bench.say(rep, "王建国 " + mobile + " 想做衢州 看上我们的示例颗粒");
    check();
    List<Reply> refused = press(Stage.CONTRACTED);
    assertThat(ids(refused)).startsWith("gate.contract");
    assertThat(refused.get(0).text()).contains("打款期限", "目标任务", "考核条款");
    bench.say(rep, "三要求");
    bench.say(rep, "先上五家医院 他的人跑");
    bench.say(rep, "签完十五天打款");
    bench.say(rep, "年度五千盒");
    bench.say(rep, "季度看进度");
    assertThat(ids(press(Stage.CONTRACTED))).startsWith("stage.reached");
    assertThat(stage()).isEqualTo(Stage.CONTRACTED);
  }

  @Test
  void the_fall_backs_are_open_where_the_contract_is_not() {
    bench.say(rep, "王建国 " + mobile);
    check();
    press(Stage.CONTRACTED);
    assertThat(ids(bench.tap(rep, "签试销客户"))).startsWith("trial.hospitals");
    bench.say(rep, "市一院和中医院");
    Milestone trial = ledger().find(Milestone.class, Milestone.id(Stage.TRIAL)).orElseThrow();
    assertThat(trial.note()).isEqualTo("市一院和中医院");
    assertThat(stage()).isEqualTo(Stage.TRIAL);
  }

  @Test
  void the_terms_are_asked_as_a_form_and_open_the_gate_with_the_deposit_on_record() {
    bench.say(rep, "王建国 " + mobile + " 想做丽水 看上我们的示例颗粒");
    assertThat(ids(bench.say(rep, "签合同"))).startsWith("gate.background");
    check();
    assertThat(ids(bench.say(rep, "签合同"))).startsWith("form.begun");
    bench.say(rep, "先上五家医院 他的人跑");
    bench.say(rep, "等他卖起来");
    bench.say(rep, "年度五千盒");
    bench.say(rep, "季度看进度");
    bench.say(rep, "保证金两万");
    bench.say(rep, "提前退要开发五家医院");
    List<Reply> refused = bench.say(rep, "保护到明年年底");
    assertThat(ids(refused)).contains("gate.payment");
    assertThat(ids(press(Stage.CONTRACTED))).startsWith("gate.payment");
    bench.say(rep, "签合同");
    bench.say(rep, "签完十五天内打款");
    assertThat(ids(press(Stage.CONTRACTED))).startsWith("stage.reached");
    assertThat(bench.current(rep).orElseThrow().text("depositReturn")).hasValue("提前退要开发五家医院");
  }

  @Test
  void a_contract_in_a_protected_region_is_refused() {
    String boss = rep + "boss";
    bench.hire(boss, Person.Role.SUPERIOR);
    bench.say(boss, "/territory 舟山 示例颗粒 归百川医药 保护到2027年6月30日");
    bench.say(rep, "王建国 " + mobile + " 想做舟山 要示例颗粒");
    check();
    List<Reply> refused = bench.say(rep, "签合同");
    assertThat(ids(refused)).startsWith("gate.territory");
    assertThat(refused.get(0).text()).contains("百川医药", "2027-06-30");
    assertThat(ids(press(Stage.CONTRACTED))).startsWith("gate.territory");
  }

  @Test
  void why_a_step_was_passed_over_is_on_record() {
    bench.say(rep, "王建国 " + mobile);
    bench.press(rep, "over:" + current() + ":conveyed");
    bench.say(rep, "上个月展会上都讲过了");
    Milestone over = ledger().find(Milestone.class, Milestone.id(Stage.CONVEYED)).orElseThrow();
    assertThat(over.state()).isEqualTo(Milestone.State.PASSED_OVER);
    assertThat(over.note()).isEqualTo("上个月展会上都讲过了");
  }

  @Test
  void what_is_ticked_of_two_that_are_merged_stays() {
    bench.say(rep, "王建国 " + mobile);
    bench.say(rep, "八大信息");
    bench.say(rep, "1");
    bench.say(rep, "新客户");
    bench.say(rep, "王总 " + mobile);
    bench.tap(rep, "是，合并");
    assertThat(ledger().find(Tick.class, Tick.id("convey", "", "company"))).isPresent();
  }

  @Test
  void a_superior_sees_the_own_people_and_no_others() {
    String boss = rep + "boss";
    bench.hire(boss, Person.Role.SUPERIOR);
    bench.store.people().save(person(rep + "own", boss));
    bench.store.people().save(person(rep + "other", "somebody"));
    bench.say(rep + "own", "王建国 " + mobile);
    bench.say(rep + "other", "李国强 1390000" + mobile.substring(7));
    List<Reply> replies = bench.say(boss, "名册");
    assertThat(ids(replies)).containsExactly("pipeline.team");
    assertThat(replies.get(0).text()).contains(rep + "own").doesNotContain(rep + "other");
  }

  @Test
  void two_reps_on_one_distributor_are_put_before_the_superior() {
    String boss = rep + "boss";
    bench.hire(boss, Person.Role.SUPERIOR);
    bench.store.people().save(person(rep, boss));
    bench.store.people().save(person(rep + "two", boss));
    bench.say(rep + "two", "王建国 " + mobile);
    bench.say(rep, "王总 " + mobile);
    List<Reply> replies = bench.tap(rep, "归我跟，请上级定");
    assertThat(ids(replies)).startsWith("claim.asked");
    Ledger asked = bench.shelves.ledgers().find(Ledger.ofRep(boss));
    assertThat(asked.all(Approval.class)).hasSize(1);
    assertThat(asked.all(Approval.class).get(0).text()).contains(rep + "two", "2026-03-02");
    assertThat(bench.shelves.ledgers().find(Ledger.ofRep(rep + "two")).all(Notice.class))
        .extracting(Notice::reply)
        .contains("claim.noticed");
    assertThat(ids(bench.say(rep, "新客户"))).isNotEmpty();
    assertThat(ids(bench.say(rep, "撞单"))).startsWith("claim.nobody");
  }

  private void assess() {
    bench.say(rep, "王建国 " + mobile + " 想做台州");
    bench.say(rep, "做评估");
    for (String grade : List.of("够用", "强", "规范", "扎实", "好")) {
      bench.say(rep, grade);
    }
    assertThat(ids(bench.say(rep, "明确"))).contains("assessed");
  }

  @Test
  void an_assessment_does_for_no_background_check_and_what_is_missing_is_said() {
    assess();
    List<Reply> refused = bench.say(rep, "/visit");
    assertThat(ids(refused)).startsWith("gate.background");
    assertThat(refused.get(0).text()).contains("问了谁", "资金", "信誉");
  }

  @Test
  void a_decision_may_be_typed_in_the_words_of_its_button_or_in_others() {
    assess();
    assertThat(ids(bench.say(rep, "二次拜访"))).startsWith("decided");
  }

  @Test
  void the_suggestion_may_be_agreed_to() {
    assess();
    assertThat(ids(bench.say(rep, "同意"))).startsWith("decided");
  }

  @Test
  void another_decision_is_asked_for_its_reason_when_it_is_typed() {
    assess();
    assertThat(ids(bench.say(rep, "暂不合作"))).startsWith("decision.why");
    assertThat(ids(bench.say(rep, "他要独家"))).startsWith("decided");
    assertThat(ids(bench.say(rep, "二访"))).doesNotContain("decided");
  }

  private static Person person(String id, String superior) {
    return new Person(id, id, Person.Role.REP, "team", superior, true, List.of());
  }

  /** Answers the five questions of the background check. */
  private void check() {
    bench.say(rep, "侧面了解");
    for (String answer : List.of("康达老刘", "打款爽快", "带八个人", "自己纯销", "口碑还行")) {
      bench.say(rep, answer);
    }
  }

  private List<Reply> press(Stage stage) {
    return bench.press(rep, "stage:" + current() + ":" + stage.id());
  }

  private String current() {
    return bench.current(rep).orElseThrow().id();
  }

  private Stage stage() {
    return Stage.of(bench.current(rep).orElseThrow());
  }

  private Ledger ledger() {
    return bench.shelves.ledgers().find(Ledger.ofDistributor(current()));
  }
}
