package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Tick;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When distributors are met. Today is Monday, 2 March 2026, 9 in the morning. */
class AppointmentTest extends WithATeam {

  private static final Instant TUESDAY_AT_TEN = Instant.parse("2026-03-03T02:00:00Z");

  @BeforeEach
  void open() {
    bench.say("wang", "陈志远 无锡同和医药 13812340002 想做无锡");
    bench.say("wang", "新客户");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "约了王总周二上午10点",
        "约了王总明天上午10点见面",
        "跟王总约好周二上午10点",
        "跟王建国约了周二10点在他公司见",
        "王总约我周二上午10点去他办公室",
        "约王总周二上午10点见",
        "预约王总 周二上午10点",
        "周二上午10点约了王总",
        "王总的预约定在周二上午10点",
        "/appoint 王总 周二上午10点",
      })
  void an_appointment_is_kept_with_its_hour(String words) {
    assertThat(ids(bench.say("wang", words))).startsWith("appointment.kept");
    FollowUp kept = appointments().get(0);
    assertThat(kept.at()).isEqualTo(TUESDAY_AT_TEN);
    assertThat(kept.what()).contains("王建国");
    assertThat(kept.distributor()).isEqualTo(bench.current("wang").orElseThrow().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "appointment with Wang Tuesday 10am",
        "I have an appointment with Mr Wang on Tuesday at 10am",
        "made an appointment with wang for tomorrow 10am"
      })
  void english_makes_the_same(String words) {
    bench.say("wang", "english");
    bench.say("wang", "new");
    bench.say("wang", "Mr Wang, 13812340009");
    assertThat(ids(bench.say("wang", words))).startsWith("appointment.kept");
    assertThat(appointments()).singleElement().matches(one -> one.at().equals(TUESDAY_AT_TEN));
  }

  @Test
  void it_is_reminded_of_an_hour_before() {
    bench.say("wang", "约了王总周二上午10点");
    bench.until(Instant.parse("2026-03-03T01:01:00Z"));
    assertThat(bench.unasked("wang"))
        .anySatisfy(
            reply -> {
              assertThat(reply.id()).isEqualTo("appointment.due");
              assertThat(reply.text()).contains("王建国", "10:00");
            });
  }

  @Test
  void who_answers_questions_just_then_is_reminded_in_time_to_go() {
    bench.say("wang", "约了王总周二上午10点");
    bench.now = Instant.parse("2026-03-03T01:21:00Z");
    bench.say("wang", "个人");
    bench.until(Instant.parse("2026-03-03T01:22:00Z"));
    assertThat(bench.unasked("wang")).extracting(Reply::id).contains("appointment.due");
  }

  @Test
  void it_stands_on_the_visit_list_in_the_brief_and_on_the_card() {
    bench.say("wang", "明天到周四去苏州");
    bench.say("wang", "约了王总周二上午10点");
    assertThat(bench.say("wang", "出差").get(0).text()).contains("约好", "10:00");
    assertThat(bench.say("wang", "王总什么情况").get(0).text()).contains("约好", "10:00");
    assertThat(bench.say("wang", "看记录").get(0).text()).contains("约好", "10:00");
    bench.until(Instant.parse("2026-03-03T00:40:00Z"));
    assertThat(bench.unasked("wang"))
        .filteredOn(reply -> reply.id().equals("brief"))
        .singleElement()
        .satisfies(brief -> assertThat(brief.text()).contains("王建国 苏州康泰医药 10:00"));
  }

  @Test
  void the_visit_that_it_was_for_is_the_end_of_it() {
    bench.say("wang", "侧面了解");
    List.of("康达老刘", "打款爽快", "带八个人", "自己纯销", "口碑还行").forEach(line -> bench.say("wang", line));
    bench.say("wang", "约了王总今天下午3点");
    bench.say("wang", "约了陈总今天下午5点");
    bench.say("wang", "到王总这里了");
    assertThat(appointments()).singleElement().matches(one -> one.what().contains("陈志远"));
  }

  @Test
  void the_point_of_the_preparations_is_ticked_with_it() {
    bench.say("wang", "约了王总周二上午10点");
    String id = bench.current("wang").orElseThrow().id();
    assertThat(
            bench
                .shelves
                .ledgers()
                .find(Ledger.ofDistributor(id))
                .find(Tick.class, Tick.id("firstVisitPrepare", "", "appointment")))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "王总的预约改到周三下午2点,2026-03-04T06:00:00Z",
    "跟王总的见面改到周三下午2点,2026-03-04T06:00:00Z",
    "王总改约周三下午2点,2026-03-04T06:00:00Z",
    "约了王总周三下午2点,2026-03-04T06:00:00Z",
    "move the appointment with 王建国 to Wednesday 2pm,2026-03-04T06:00:00Z"
  })
  void it_is_moved_in_words(String words, String at) {
    bench.say("wang", "约了王总周二上午10点");
    bench.say("wang", "约了陈总周四上午10点");
    assertThat(ids(bench.say("wang", words))).startsWith("appointment.moved");
    assertThat(appointments().get(0).at()).isEqualTo(at);
    assertThat(appointments().get(0).remindAt()).isEqualTo(Instant.parse(at).minusSeconds(3600));
    assertThat(appointments()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"取消王总的预约", "王总的预约取消了", "跟王总的约取消了", "cancel the appointment with 王建国"})
  void it_is_cancelled_in_words(String words) {
    bench.say("wang", "约了王总周二上午10点");
    bench.say("wang", "约了陈总周四上午10点");
    assertThat(ids(bench.say("wang", words))).startsWith("appointment.off");
    assertThat(appointments()).singleElement().matches(one -> one.what().contains("陈志远"));
    bench.say("wang", "撤销");
    assertThat(appointments()).hasSize(2);
  }

  @Test
  void they_are_listed_and_one_that_is_not_there_is_said() {
    assertThat(ids(bench.say("wang", "预约"))).startsWith("appointments.none");
    assertThat(ids(bench.say("wang", "取消王总的预约"))).startsWith("appointment.none");
    bench.say("wang", "约了王总周二上午10点");
    List<Reply> listed = bench.say("wang", "预约");
    assertThat(ids(listed)).startsWith("appointments");
    assertThat(listed.get(0).text()).contains("王建国", "10:00");
  }

  @Test
  void two_at_once_and_one_who_is_not_on_the_visit_list_are_said() {
    bench.say("wang", "明天到周四去苏州");
    bench.say("wang", "约了王总周二上午10点");
    assertThat(bench.say("wang", "约了陈总周二上午10点半").get(0).text()).contains("同一时间", "王建国", "不在拜访名单上");
  }

  @Test
  void one_without_a_time_or_in_the_past_is_not_kept() {
    assertThat(ids(bench.say("wang", "/appoint 王总"))).startsWith("appointment.when");
    assertThat(ids(bench.say("wang", "约了王总昨天上午10点"))).startsWith("time.past");
    assertThat(appointments()).isEmpty();
  }

  @Test
  void one_with_somebody_who_is_not_on_record_is_kept_by_the_name() {
    assertThat(ids(bench.say("wang", "约了钱总周二上午10点"))).startsWith("appointment.kept");
    assertThat(appointments()).singleElement().matches(one -> one.what().contains("钱总"));
    assertThat(appointments().get(0).distributor()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"跟王总约好周三签合同", "周二打电话约王总", "他大约周三到货", "大概约30家医院", "约了20家药店", "答应王总周二上午见面谈合同细则"})
  void what_is_something_else_is_no_appointment(String words) {
    assertThat(ids(bench.say("wang", words))).noneMatch(id -> id.startsWith("appointment"));
  }

  private List<FollowUp> appointments() {
    return FollowUp.appointments(bench.shelves.ledgers().find(Ledger.ofRep("wang")));
  }
}
