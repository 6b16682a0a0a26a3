package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Territory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Regions that are registered with a signed contract. Today is Monday, 2 March 2026. */
class ContractTerritoryTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.hire("zhao", "赵六", Person.Role.REP, "boss");
    checked("wang", "王建国 苏州康泰医药 13812340001 想做苏州 看上我们的示例颗粒");
  }

  @Test
  void a_signed_contract_registers_its_region_and_a_later_clash_is_said() {
    assertThat(clash()).doesNotContain("territory.clash");
    terms("保护到2027年6月30日");
    List<Reply> replies = sign();
    assertThat(ids(replies)).startsWith("stage.reached", "contract.registered");
    assertThat(replies.get(1).text()).contains("苏州", "示例颗粒", "苏州康泰医药", "2027-06-30");
    assertThat(territory())
        .hasValueSatisfying(
            one -> {
              assertThat(one.agent()).isEqualTo("苏州康泰医药");
              assertThat(one.protectedUntil()).isEqualTo(LocalDate.parse("2027-06-30"));
              assertThat(one.distributor()).isEqualTo(current());
            });
    assertThat(clash()).contains("territory.clash");
    assertThat(bench.say("boss", "苏州有代理吗").get(0).text()).contains("苏州康泰医药");
  }

  @Test
  void the_own_region_is_no_clash_for_the_one_who_signed() {
    terms("保护期一年");
    sign();
    assertThat(territory().orElseThrow().protectedUntil()).isEqualTo(LocalDate.parse("2027-03-02"));
    assertThat(ids(bench.say("wang", "想做苏州"))).doesNotContain("territory.clash");
    assertThat(ids(sign())).startsWith("stage.reached", "contract.registered");
  }

  @Test
  void a_company_that_is_renamed_keeps_its_region() {
    terms("保护期一年");
    sign();
    bench.say("wang", "公司改成苏州康泰医药有限公司");
    assertThat(ids(bench.say("wang", "想做苏州"))).doesNotContain("territory.clash");
    assertThat(bench.say("wang", "扣率").get(0).text()).doesNotContain("已有代理");
    assertThat(ids(sign())).startsWith("stage.reached", "contract.registered");
    assertThat(territory()).map(Territory::agent).contains("苏州康泰医药有限公司");
  }

  @Test
  void another_distributor_of_the_same_name_hears_the_clash() {
    terms("保护期一年");
    sign();
    bench.say("zhao", "苏州康泰医药 13912340001 想做苏州");
    assertThat(ids(bench.say("zhao", "看上我们的示例颗粒"))).contains("territory.clash");
  }

  @Test
  void after_its_last_day_a_region_is_open_to_others() {
    terms("保护期一年");
    sign();
    bench.now = bench.now.plus(Duration.ofDays(365));
    assertThat(clash()).contains("territory.clash");
    bench.now = bench.now.plus(Duration.ofDays(1));
    assertThat(clash()).doesNotContain("territory.clash");
    assertThat(bench.say("boss", "苏州有代理吗").get(0).text()).contains("2027-03-02，已经过了");
  }

  @Test
  void a_region_that_has_lapsed_can_be_signed_by_another() {
    bench.say("boss", "/territory 苏州 示例颗粒 康德医药 2026-03-31");
    bench.now = bench.now.plus(Duration.ofDays(30));
    terms("保护期一年");
    assertThat(ids(sign())).startsWith("stage.reached", "contract.registered");
    assertThat(territory()).map(Territory::agent).contains("苏州康泰医药");
  }

  @Test
  void regions_that_could_not_be_registered_are_named() {
    bench.say("wang", "想做苏州和无锡");
    terms("保护期一年");
    sign();
    bench.say("wang", "不跟了：没打款");
    bench.say("boss", "/territory 无锡 示例颗粒 康德医药 2028-01-01");
    bench.say("wang", "打开王建国");
    List<Reply> replies = bench.say("wang", "恢复");
    assertThat(ids(replies)).contains("contract.registered", "contract.registered.not");
    assertThat(reply(replies, "contract.registered")).contains("苏州").doesNotContain("无锡");
    assertThat(reply(replies, "contract.registered.not")).contains("无锡", "康德医药", "2028-01-01");
  }

  @Test
  void a_contract_that_is_undone_takes_its_region_back() {
    terms("保护期一年");
    sign();
    bench.say("wang", "撤销");
    assertThat(territory()).isEmpty();
    assertThat(clash()).doesNotContain("territory.clash");
  }

  @Test
  void a_length_is_counted_from_the_day_of_signing() {
    terms("保护期一年");
    sign();
    bench.now = bench.now.plus(Duration.ofDays(100));
    sign();
    assertThat(territory()).map(Territory::protectedUntil).contains(LocalDate.parse("2027-03-02"));
    bench.say("wang", "不跟了：没打款");
    bench.say("wang", "打开王建国");
    bench.say("wang", "恢复");
    assertThat(territory()).map(Territory::protectedUntil).contains(LocalDate.parse("2027-03-02"));
  }

  @Test
  void a_day_without_a_year_is_the_one_that_was_ahead_when_it_was_told() {
    terms("保护到6月30日");
    sign();
    assertThat(territory()).map(Territory::protectedUntil).contains(LocalDate.parse("2026-06-30"));
    bench.now = bench.now.plus(Duration.ofDays(200));
    assertThat(ids(sign())).startsWith("stage.reached", "contract.lapsed");
  }

  @Test
  void a_contract_that_is_signed_anew_is_counted_anew() {
    terms("保护期一年");
    sign();
    bench.now = bench.now.plus(Duration.ofDays(366));
    List<Reply> replies = sign();
    assertThat(ids(replies)).startsWith("stage.reached", "contract.lapsed");
    assertThat(reply(replies, "contract.lapsed")).contains("2027-03-02");
    bench.say("wang", "合同作废");
    assertThat(ids(sign())).startsWith("stage.reached", "contract.registered");
    assertThat(territory()).map(Territory::protectedUntil).contains(LocalDate.parse("2028-03-03"));
  }

  @Test
  void undo_leaves_what_a_superior_registered_since() {
    terms("保护期一年");
    sign();
    bench.say("boss", "/territory 苏州 示例颗粒 康德医药 2028-01-01");
    List<Reply> replies = bench.say("wang", "撤销");
    assertThat(ids(replies)).startsWith("undone", "territory.stays");
    assertThat(reply(replies, "territory.stays")).contains("康德医药", "2028-01-01");
    assertThat(stage()).isNotEqualTo(Stage.CONTRACTED);
    assertThat(territory()).map(Territory::agent).contains("康德医药");
    bench.say("boss", "撤销");
    assertThat(territory()).isEmpty();
  }

  @Test
  void a_superior_who_takes_a_registration_back_gives_the_region_back_to_the_contract() {
    terms("保护期一年");
    sign();
    bench.say("boss", "/territory 苏州 示例颗粒 康德医药 2028-01-01");
    bench.say("boss", "撤销");
    assertThat(territory()).map(Territory::agent).contains("苏州康泰医药");
  }

  @Test
  void undo_of_an_end_leaves_who_was_registered_since() {
    terms("保护期一年");
    sign();
    bench.say("wang", "合同作废");
    bench.say("boss", "/territory 苏州 示例颗粒 康德医药 2028-01-01");
    assertThat(ids(bench.say("wang", "撤销"))).startsWith("undone", "territory.stays");
    assertThat(stage()).isEqualTo(Stage.CONTRACTED);
    assertThat(territory()).map(Territory::agent).contains("康德医药");
  }

  @Test
  void undo_of_a_second_tap_leaves_a_region_that_a_superior_freed_since() {
    terms("保护期一年");
    sign();
    sign();
    bench.say("boss", "/territory 苏州 示例颗粒 空");
    assertThat(reply(bench.say("wang", "撤销"), "territory.stays")).contains("空着");
    assertThat(territory()).map(Territory::agent).isEmpty();
  }

  @Test
  void a_contract_that_is_cancelled_releases_its_region_until_that_is_undone() {
    terms("保护期一年");
    sign();
    List<Reply> replies = bench.say("wang", "合同作废");
    assertThat(ids(replies)).startsWith("contract.off", "contract.released");
    assertThat(territory()).isEmpty();
    assertThat(stage()).isNotEqualTo(Stage.CONTRACTED);
    bench.say("wang", "撤销");
    assertThat(territory()).isPresent();
    assertThat(stage()).isEqualTo(Stage.CONTRACTED);
  }

  @Test
  void who_is_given_up_loses_the_region_and_gets_it_back_when_taken_up_again() {
    terms("保护期一年");
    sign();
    bench.say("wang", "不跟了：没打款");
    assertThat(territory()).isEmpty();
    bench.say("wang", "打开王建国");
    assertThat(ids(bench.say("wang", "恢复"))).contains("contract.registered");
    assertThat(territory()).isPresent();
  }

  @Test
  void what_a_superior_registered_stays_when_the_contract_ends() {
    bench.say("boss", "/territory 苏州 示例颗粒 苏州康泰医药 2028-01-01");
    terms("保护期一年");
    sign();
    bench.say("wang", "合同作废");
    assertThat(territory()).map(Territory::protectedUntil).contains(LocalDate.parse("2028-01-01"));
  }

  @Test
  void a_contract_without_a_last_day_is_registered_and_that_is_said() {
    terms("跳过");
    assertThat(ids(sign())).startsWith("stage.reached", "contract.registered.undated");
  }

  @Test
  void a_contract_is_not_signed_before_its_region_and_product_are_known() {
    bench.say("wang", "新客户");
    checked("wang", "李国强 13812340009");
    terms("保护期一年");
    assertThat(ids(sign())).startsWith("gate.product");
    bench.say("wang", "看上我们的示例颗粒");
    assertThat(ids(sign())).startsWith("gate.region");
    bench.say("wang", "想做苏州");
    assertThat(ids(sign())).contains("stage.reached", "contract.registered");
    assertThat(territory()).map(Territory::agent).contains("李国强");
  }

  @Test
  void a_larger_area_meets_whoever_works_a_part_of_it() {
    terms("保护期一年");
    sign();
    bench.say("zhao", "钱大勇 南京同仁医药 13912340001 看上我们的示例颗粒");
    assertThat(ids(bench.say("zhao", "想做华东"))).contains("territory.clash");
    checked("zhao", "先到这");
    assertThat(ids(bench.say("zhao", "签合同"))).startsWith("gate.territory");
    assertThat(bench.say("boss", "华东有代理吗").get(0).text()).contains("苏州康泰医药");
  }

  @Test
  void whoever_works_a_larger_area_is_met_in_each_part_of_it() {
    bench.say("boss", "/territory 华东 示例颗粒 归百川医药 保护到2027年6月30日");
    assertThat(clash()).contains("territory.clash");
    String all = bench.say("boss", "区域代理").get(0).text();
    assertThat(all).contains("百川医药").containsOnlyOnce("华东");
    bench.say("boss", "/territory 华东 示例颗粒 空着");
    assertThat(clash()).doesNotContain("territory.clash");
  }

  @Test
  void who_has_no_contract_has_none_to_end() {
    assertThat(ids(bench.say("wang", "合同作废"))).startsWith("contract.off.none");
  }

  @Test
  void of_two_who_sign_one_region_at_once_the_second_is_told_and_registered_nowhere() {
    terms("保护期一年");
    checked("zhao", "钱大勇 南京同仁医药 13912340001 想做苏州 看上我们的示例颗粒");
    terms("zhao", "保护期两年");
    bench.meanwhile.set(this::sign);
    assertThat(ids(sign("zhao"))).startsWith("stage.reached", "contract.registered");
    assertThat(territory()).map(Territory::agent).contains("苏州康泰医药");
    bench.until(bench.now.plus(Duration.ofMinutes(30)));
    assertThat(bench.unasked("zhao"))
        .filteredOn(reply -> reply.id().equals("contract.late"))
        .singleElement()
        .satisfies(reply -> assertThat(reply.text()).contains("苏州", "苏州康泰医药"));
    assertThat(ids(bench.unasked("wang"))).doesNotContain("contract.late");
    assertThat(ids(bench.say("zhao", "撤销"))).startsWith("undone", "territory.stays");
    assertThat(territory()).map(Territory::agent).contains("苏州康泰医药");
    assertThat(ids(bench.say("wang", "想做苏州"))).doesNotContain("territory.clash");
  }

  @Test
  void of_a_city_and_its_district_that_are_signed_at_once_the_second_is_told_and_not_registered() {
    terms("保护期一年");
    checked("zhao", "钱大勇 南京同仁医药 13912340001 想做苏州吴江区 看上我们的示例颗粒");
    terms("zhao", "保护期两年");
    bench.meanwhile.set(this::sign);
    sign("zhao");
    assertThat(registered()).containsExactly("苏州康泰医药");
    bench.until(bench.now.plus(Duration.ofMinutes(30)));
    assertThat(bench.unasked("zhao"))
        .filteredOn(reply -> reply.id().equals("contract.late"))
        .singleElement()
        .satisfies(reply -> assertThat(reply.text()).contains("吴江", "苏州康泰医药"));
    assertThat(ids(bench.unasked("wang"))).doesNotContain("contract.late");
  }

  @Test
  void of_a_district_and_its_city_that_are_signed_at_once_the_second_is_told_too() {
    terms("保护期一年");
    checked("zhao", "钱大勇 南京同仁医药 13912340001 想做苏州吴江区 看上我们的示例颗粒");
    terms("zhao", "保护期两年");
    bench.meanwhile.set(() -> sign("zhao"));
    sign();
    assertThat(registered()).containsExactly("南京同仁医药");
    assertThat(territory()).isEmpty();
    bench.until(bench.now.plus(Duration.ofMinutes(30)));
    assertThat(ids(bench.unasked("wang"))).contains("contract.late");
  }

  @Test
  void a_district_that_has_lapsed_is_no_bar_to_its_city() {
    bench.say("boss", "/territory 苏州吴江区 示例颗粒 康德医药 2026-03-31");
    bench.now = bench.now.plus(Duration.ofDays(30));
    terms("保护期一年");
    assertThat(ids(sign())).startsWith("stage.reached", "contract.registered");
    assertThat(territory()).map(Territory::agent).contains("苏州康泰医药");
  }

  private List<String> registered() {
    return bench.shelves.ledgers().find("territories").all(Territory.class).stream()
        .map(one -> String.valueOf(one.agent()))
        .toList();
  }

  private void checked(String rep, String told) {
    bench.say(rep, told);
    bench.say(rep, "侧面了解");
    for (String answer : List.of("康达老刘", "打款爽快", "带八个人", "自己纯销", "口碑还行")) {
      bench.say(rep, answer);
    }
  }

  private void terms(String until) {
    terms("wang", until);
  }

  private void terms(String rep, String until) {
    bench.say(rep, "签合同");
    for (String term :
        List.of("先上五家医院 他的人跑", "签完十五天内打款", "年度五千盒", "季度看进度", "保证金两万", "提前退要开发五家医院", until)) {
      bench.say(rep, term);
    }
  }

  private List<Reply> sign() {
    return sign("wang");
  }

  private List<Reply> sign(String rep) {
    return bench.press(rep, "stage:" + bench.current(rep).orElseThrow().id() + ":contracted");
  }

  private static String reply(List<Reply> replies, String id) {
    return replies.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow().text();
  }

  /** What another rep hears whose customer wants the same. */
  private List<String> clash() {
    bench.say("zhao", "新客户");
    bench.say("zhao", "钱大勇 1391234" + bench.session("zhao").inboxSeq() + "000 想做苏州");
    return ids(bench.say("zhao", "看上我们的示例颗粒"));
  }

  private String current() {
    return bench.current("wang").orElseThrow().id();
  }

  private Stage stage() {
    return Stage.of(bench.current("wang").orElseThrow());
  }

  private static Optional<Territory> in(dev.zhaoshang.domain.Ledger ledger) {
    return ledger.find(Territory.class, Territory.id("320500", "demoGranules"));
  }

  private Optional<Territory> territory() {
    Optional<Territory> listed = in(bench.shelves.ledgers().find("territories"));
    assertThat(in(bench.shelves.ledgers().find("territory:320500"))).isEqualTo(listed);
    return listed;
  }
}
