package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.State;
import dev.zhaoshang.domain.Trip.Stop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trip from its plan to its end. Today is Monday, 2 March 2026. */
class TripTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.say("wang", "陈志远 无锡同和医药 13812340002 想做无锡");
    bench.say("wang", "新客户");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "新客户");
    bench.say("wang", "赵敏 南京广济医药 13812340003 想做南京");
  }

  @Test
  void a_sentence_makes_a_plan_with_those_who_are_there_in_the_order_of_the_places() {
    assertThat(ids(bench.say("wang", "下周一到周四去苏州无锡"))).startsWith("trip.planned");
    Trip trip = trip();
    assertThat(trip.from()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(trip.to()).isEqualTo(LocalDate.of(2026, 3, 12));
    assertThat(titles(trip)).containsExactly("王建国 苏州康泰医药", "陈志远 无锡同和医药");
  }

  @Test
  void english_makes_the_same_plan() {
    assertThat(ids(bench.say("wang", "/trip next Mon-Thu Suzhou"))).startsWith("trip.planned");
    assertThat(titles(trip())).containsExactly("王建国 苏州康泰医药");
    assertThat(trip().to()).isEqualTo(LocalDate.of(2026, 3, 12));
  }

  @Test
  void the_list_is_changed_by_chat() {
    bench.say("wang", "下周一到周四去苏州无锡");
    assertThat(ids(bench.say("wang", "名单加上赵敏"))).startsWith("trip.added");
    assertThat(ids(bench.say("wang", "名单去掉第2个"))).startsWith("trip.removed");
    assertThat(titles(trip())).containsExactly("王建国 苏州康泰医药", "赵敏 南京广济医药");
    assertThat(ids(bench.say("wang", "名单加上钱多多"))).startsWith("trip.add.nobody");
    assertThat(ids(bench.say("wang", "撤销"))).startsWith("undone");
    assertThat(trip().stops()).hasSize(3);
  }

  @Test
  void no_trip_begins_before_the_superior_has_approved_it() {
    bench.say("wang", "下周一到周四去苏州");
    assertThat(ids(bench.say("wang", "出发"))).startsWith("gate.trip");
    assertThat(ids(bench.tap("wang", "报上级批"))).startsWith("trip.asked");
    assertThat(ids(bench.say("wang", "出发"))).startsWith("gate.trip");
    approve();
    assertThat(ids(bench.say("wang", "出发"))).startsWith("trip.early");
    bench.now = Workbench.START.plus(Duration.ofDays(6));
    assertThat(ids(bench.say("wang", "出发"))).startsWith("trip.started", "notice.departure");
    assertThat(trip().state()).isEqualTo(State.STARTED);
  }

  @Test
  void a_plan_that_is_changed_after_it_was_approved_is_approved_anew() {
    bench.say("wang", "下周一到周四去苏州");
    bench.tap("wang", "报上级批");
    approve();
    List<Reply> changed = bench.say("wang", "名单加上赵敏");
    assertThat(changed.get(0).text()).contains("重新报上级批");
    assertThat(ids(bench.say("wang", "出发"))).startsWith("gate.trip");
    bench.tap("wang", "报上级批");
    approve();
    assertThat(ids(bench.say("wang", "出差改到下周二到周五"))).startsWith("trip.moved");
    assertThat(trip().from()).isEqualTo(LocalDate.of(2026, 3, 10));
    assertThat(ids(bench.say("wang", "出发"))).startsWith("gate.trip");
  }

  @Test
  void a_request_whose_plan_was_changed_cannot_be_approved_any_more() {
    bench.say("wang", "下周一到周四去苏州");
    bench.tap("wang", "报上级批");
    bench.until(bench.now.plusSeconds(5));
    bench.unasked("boss");
    bench.say("wang", "名单加上赵敏");
    assertThat(ids(bench.tap("boss", "批准"))).startsWith("stale");
  }

  private void started() {
    bench.say("wang", "今天到周四去苏州无锡");
    bench.tap("wang", "报上级批");
    approve();
    assertThat(ids(bench.say("wang", "出发"))).startsWith("trip.started");
  }

  @Test
  void the_superior_hears_of_a_list_that_gets_shorter_on_the_road() {
    started();
    assertThat(ids(bench.say("wang", "名单去掉第2个"))).startsWith("trip.removed");
    assertThat(trip().state()).isEqualTo(State.STARTED);
    bench.until(bench.now.plusSeconds(5));
    assertThat(bench.unasked("boss")).anySatisfy(r -> assertThat(r.id()).isEqualTo("trip.changed"));
  }

  @Test
  void a_longer_list_on_the_road_is_approved_anew() {
    started();
    assertThat(bench.say("wang", "名单加上赵敏").get(0).text()).contains("重新报上级批");
    assertThat(ids(bench.say("wang", "出发"))).startsWith("gate.trip");
    bench.tap("wang", "报上级批");
    approve();
    assertThat(ids(bench.say("wang", "出发"))).startsWith("trip.started");
  }

  @Test
  void other_days_of_a_trip_under_way_are_approved_anew_and_fewer_are_not() {
    started();
    bench.say("wang", "出差改到今天到周三");
    assertThat(trip().state()).isEqualTo(State.STARTED);
    assertThat(trip().to()).isEqualTo(LocalDate.of(2026, 3, 4));
    assertThat(bench.say("wang", "出差改到下下周五").get(0).text()).contains("重新报上级批");
    assertThat(ids(bench.say("wang", "出发"))).startsWith("gate.trip");
  }

  @Test
  void a_trip_is_not_moved_to_days_of_which_one_is_past() {
    bench.say("wang", "明天到周五去苏州");
    assertThat(ids(bench.say("wang", "出差改到昨天到周五"))).startsWith("trip.past");
    assertThat(trip().from()).isEqualTo(LocalDate.of(2026, 3, 3));
    assertThat(trip().to()).isEqualTo(LocalDate.of(2026, 3, 6));
  }

  @Test
  void a_trip_does_not_begin_after_its_days() {
    bench.say("wang", "今天到周四去苏州");
    bench.tap("wang", "报上级批");
    approve();
    bench.now = Workbench.START.plus(Duration.ofDays(5));
    assertThat(ids(bench.say("wang", "出发"))).startsWith("trip.late");
  }

  @Test
  void the_morning_brief_says_whom_to_visit_and_what_to_have_ready() {
    bench.say("wang", "今天到周四去苏州");
    bench.tap("wang", "报上级批");
    approve();
    bench.until(Workbench.START.plus(Duration.ofHours(24)));
    assertThat(bench.unasked("wang"))
        .filteredOn(reply -> reply.id().equals("brief"))
        .anySatisfy(r -> assertThat(r.text()).contains("今天出差苏州", "王建国", "名片"));
  }

  @Test
  void who_is_on_an_asked_list_has_reached_that_stage() {
    bench.say("wang", "下周一到周四去苏州");
    bench.tap("wang", "报上级批");
    bench.say("wang", "换到王建国");
    assertThat(Stage.of(bench.current("wang").orElseThrow())).isEqualTo(Stage.ON_VISIT_LIST);
  }

  @Test
  void everybody_is_told_of_the_hotel_by_a_message_that_is_ticked_when_sent() {
    bench.say("wang", "下周一到周四去苏州");
    bench.tap("wang", "报上级批");
    approve();
    bench.now = Workbench.START.plus(Duration.ofDays(7));
    bench.say("wang", "出发");
    bench.tap("wang", "已发");
    assertThat(trip().stops()).allMatch(Stop::departureTold);
    List<Reply> notices = bench.say("wang", "到了，住如家 0512-65001234");
    assertThat(ids(notices)).startsWith("trip.arrived", "notice.arrival");
    assertThat(notices.get(1).text())
        .contains("王建国", "王五", "如家", "0512-65001234", "sms:13812340001?&body=");
    assertThat(ids(bench.tap("wang", "已发"))).startsWith("notice.sent.last");
    assertThat(trip().stops()).allMatch(Stop::arrivalTold);
    assertThat(ids(bench.say("wang", "出差结束"))).startsWith("trip.ended");
  }

  @Test
  void what_cannot_be_is_said_and_nothing_is_planned() {
    assertThat(ids(bench.say("wang", "/trip 3月1日 苏州"))).doesNotContain("trip.planned");
    assertThat(ids(bench.say("wang", "/trip 昨天 苏州"))).startsWith("trip.past");
    assertThat(ids(bench.say("wang", "下周一到周四去成都"))).startsWith("trip.empty");
    assertThat(ids(bench.say("wang", "/trip 下周一"))).startsWith("trip.where");
    assertThat(ids(bench.say("wang", "/trip 苏州"))).startsWith("trip.when");
    assertThat(Trip.open(ledger())).isEmpty();
  }

  @Test
  void that_the_days_of_a_trip_are_past_is_said() {
    for (String words : List.of("上周一到周四去苏州", "/trip 上周一到周四 苏州", "3月1日去苏州")) {
      assertThat(ids(bench.say("wang", words))).as(words).startsWith("trip.past");
    }
    assertThat(ledger().all(Trip.class)).isEmpty();
    assertThat(ids(bench.say("wang", "昨天去苏州了"))).doesNotContain("trip.past");
    assertThat(ids(bench.say("wang", "昨天去苏州拜访客户"))).doesNotContain("trip.past");
  }

  @Test
  void two_trips_at_once_are_refused() {
    bench.say("wang", "下周一到周四去苏州");
    assertThat(ids(bench.say("wang", "下周三到周五去无锡"))).startsWith("trip.overlap");
    assertThat(ledger().all(Trip.class)).hasSize(1);
  }

  @Test
  void who_was_given_up_is_neither_proposed_nor_added() {
    bench.say("wang", "换到王建国");
    bench.say("wang", "不跟了：没有资金");
    bench.say("wang", "下周一到周四去苏州无锡");
    assertThat(titles(trip())).containsExactly("陈志远 无锡同和医药");
    assertThat(ids(bench.say("wang", "名单加上王建国"))).startsWith("trip.add.dropped");
  }

  @Test
  void somebody_on_a_trip_who_does_not_talk_with_the_superior_is_named() {
    bench.say("boss", "你好");
    bench.say("wang", "今天到周四去苏州");
    bench.tap("wang", "报上级批");
    approve();
    bench.say("wang", "出发");
    bench.until(Workbench.START.plus(Duration.ofHours(11).plusMinutes(10)));
    assertThat(bench.unasked("boss"))
        .anySatisfy(reply -> assertThat(reply.text()).contains("没跟上级通话的：王五"));
  }

  private void approve() {
    bench.until(bench.now.plusSeconds(5));
    bench.unasked("boss");
    bench.tap("boss", "批准");
    bench.tap("boss", "没有");
  }

  private Ledger ledger() {
    return bench.shelves.ledgers().find(Ledger.ofRep("wang"));
  }

  private Trip trip() {
    return ledger().all(Trip.class).get(0);
  }

  private static List<String> titles(Trip trip) {
    return trip.stops().stream().map(Stop::title).toList();
  }
}
