package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reps say in their own words, wherever they are. Today is Monday, 2 March 2026, 9:00. */
class OrdinaryWordsTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.say("wang", "王志强 无锡同和医药 13812340002 想做无锡");
    bench.say("wang", "新客户");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "会计小刘电话13912340099",
        "他的会计刘姐 13912340099",
        "他老婆管钱，电话 13912340099",
        "他秘书的电话是13912340099",
        "他对口联系人是采购部小陈，手机13912340099",
        "his accountant Liu 13912340099"
      })
  void a_number_of_somebody_else_is_another_contact_and_can_be_taken_back(String words) {
    assertThat(ids(bench.say("wang", words))).startsWith("contact.kept");
    assertThat(bench.current("wang").orElseThrow().text("mobile")).contains("13812340001");
    assertThat(bench.current("wang").orElseThrow().text("name")).contains("王建国");
    bench.press("wang", "cmd:undo");
    bench.say("wang", "english");
    assertThat(bench.say("wang", "contacts").get(0).text()).doesNotContain("13912340099");
  }

  @ParameterizedTest
  @ValueSource(strings = {"王总的单子", "二次拜访王总", "去拜访老王"})
  void a_surname_with_a_title_replaces_no_full_name(String words) {
    bench.say("wang", words);
    assertThat(bench.current("wang").orElseThrow().text("name")).contains("王建国");
  }

  @ParameterizedTest
  @CsvSource({
    "跟王建国约在周五上午九点半，他办公室,appointment.kept",
    "王总说周四下午有空，约了,appointment.who",
    "王总约在他公司见,appointment.when",
    "约好明天下午三点跟王建国见面,appointment.kept"
  })
  void an_appointment_in_ordinary_words_is_one_and_no_fact(String words, String reply) {
    List<String> ids = ids(bench.say("wang", words));
    assertThat(ids.get(0)).startsWith("appointment.");
    assertThat(bench.current("wang").orElseThrow().fact("nature")).isEmpty();
    if (reply.endsWith("kept")) {
      assertThat(ids).startsWith(reply);
    }
  }

  @Test
  void where_somebody_is_tells_no_kind_of_business() {
    bench.say("wang", "我现在在王总办公室");
    assertThat(bench.current("wang").orElseThrow().fact("nature")).isEmpty();
  }

  @Test
  void two_appointments_in_one_line_are_two() {
    bench.say("wang", "约了王建国明天10点，王志强明天11点");
    assertThat(appointments()).hasSize(2);
  }

  @Test
  void who_is_given_up_is_met_no_more_and_that_is_said() {
    bench.say("wang", "约了王建国明天10点");
    assertThat(ids(bench.say("wang", "不跟了：没有资金"))).contains("dropped", "appointment.off");
    assertThat(appointments()).isEmpty();
    bench.say("wang", "换到王建国");
    assertThat(bench.say("wang", "约了王建国明天10点").get(0).text()).contains("不跟");
  }

  @Test
  void appointments_of_a_trip_that_is_off_are_named() {
    bench.say("wang", "明天到周四去苏州");
    bench.say("wang", "约了王建国周三上午10点");
    assertThat(ids(bench.say("wang", "取消出差"))).contains("trip.cancelled", "trip.appointments");
  }

  @ParameterizedTest
  @CsvSource({
    "三要求,明天去苏州,trip.planned",
    "三要求,恒瑞降价了,remark.kept.intel.reported",
    "三要求,王建国欠款3万 月底付,owed.kept",
    "八大信息,先到这,checklist.left",
    "侧面了解,先到这,checklist.owed"
  })
  void commands_and_whole_entries_are_no_answers_of_a_list(
      String list, String words, String reply) {
    bench.say("wang", list);
    assertThat(ids(bench.say("wang", words))).startsWith(reply);
  }

  @Test
  void one_name_of_a_point_inside_another_ticks_nothing() {
    bench.say("wang", "八大信息");
    String told = bench.say("wang", "讲了公司介绍和目标产品").get(0).text();
    assertThat(told).contains("公司介绍", "目标产品").doesNotContain("目标和考核");
  }

  @ParameterizedTest
  @CsvSource({
    "本月目标 100万,performance.either",
    "本月目标 100万盒,target.kept",
    "这个月卖了200盒,sold.kept",
    "王建国这个月卖了120盒,sold.kept.customer",
    "王建国目标300盒,target.kept",
    "本月销售额50万,performance.money",
    "王建国要样品20盒,remark.kept.need",
    "恒瑞在无锡搞买十送一,remark.kept.intel.reported",
    "情报 恒瑞在无锡搞买十送一,remark.kept.intel.reported"
  })
  void figures_needs_and_news_are_kept_as_what_they_are(String words, String reply) {
    assertThat(ids(bench.say("wang", words))).startsWith(reply);
  }

  @Test
  void old_li_over_there_owes_though_another_is_open() {
    bench.say("wang", "新客户");
    bench.say("wang", "李国强 常熟宏达医药 13912345678");
    bench.say("wang", "换到王建国");
    assertThat(bench.say("wang", "老李那边还欠两万八，下月10号结清").get(0).text()).contains("李国强");
  }

  private List<FollowUp> appointments() {
    return FollowUp.appointments(bench.shelves.ledgers().find(Ledger.ofRep("wang")));
  }
}
