package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Trip;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contact on trips, the digest's time, odd times and zones, and things to do during leave. */
class DisciplineTest extends WithATeam {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @BeforeEach
  void open() {
    bench.now = at(MONDAY, 9, 0);
  }

  @Test
  void a_day_on_a_trip_without_a_word_is_told_to_the_superior_the_next_morning_once() {
    bench.say("boss", "你好");
    travels("wang", MONDAY, MONDAY.plusDays(2));
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 40));
    bench.unasked("wang");
    bench.say("wang", "还没联系 拜访2 电话8 没问题 没异议 没答应什么 明天去无锡");
    bench.unasked("boss");
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    bench.until(at(MONDAY.plusDays(1), 8, 41));
    assertThat(ids(bench.unasked("wang"))).contains("contact.missed");
    List<Reply> told = bench.unasked("boss");
    assertThat(ids(told)).contains("contact.escalated");
    assertThat(told).extracting(Reply::text).anyMatch(text -> text.contains("王五 出差在外，2026-03-02"));
    bench.until(at(MONDAY.plusDays(1), 12, 0));
    assertThat(ids(bench.unasked("boss"))).doesNotContain("contact.escalated");
  }

  @Test
  void an_approved_trip_whose_days_have_come_is_watched_though_the_rep_says_nothing() {
    bench.say("boss", "你好");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "周三到周五去苏州");
    bench.tap("wang", "报上级批");
    bench.until(bench.now.plusSeconds(5));
    bench.unasked("boss");
    bench.tap("boss", "批准");
    LocalDate wednesday = MONDAY.plusDays(2);
    bench.until(at(wednesday.minusDays(1), 8, 40));
    bench.unasked("wang");
    bench.until(at(wednesday, 8, 40));
    List<Reply> morning = bench.unasked("wang");
    assertThat(morning).extracting(Reply::text).anyMatch(text -> text.contains("还没点出发"));
    assertThat(ids(bench.unasked("boss"))).doesNotContain("contact.escalated");
    bench.until(at(wednesday, 20, 10));
    assertThat(bench.unasked("boss"))
        .extracting(Reply::text)
        .anyMatch(text -> text.contains("出差") && text.contains("王五"));
    bench.until(at(wednesday.plusDays(1), 8, 40));
    bench.until(at(wednesday.plusDays(1), 8, 41));
    assertThat(ids(bench.unasked("wang"))).contains("contact.missed");
    assertThat(ids(bench.unasked("boss"))).containsOnlyOnce("contact.escalated");
  }

  @Test
  void the_brief_of_the_first_morning_begins_the_trip_by_a_tap() {
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "明天到周五去苏州");
    bench.tap("wang", "报上级批");
    bench.until(bench.now.plusSeconds(5));
    bench.unasked("boss");
    bench.tap("boss", "批准");
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    bench.unasked("wang");
    assertThat(ids(bench.tap("wang", "出发"))).startsWith("trip.started");
    bench.until(at(MONDAY.plusDays(2), 8, 40));
    assertThat(bench.unasked("wang"))
        .filteredOn(reply -> reply.id().equals("brief"))
        .noneMatch(reply -> reply.text().contains("还没点出发"));
  }

  @Test
  void a_trip_that_was_rejected_or_given_up_is_neither_in_the_brief_nor_watched() {
    bench.say("boss", "你好");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "明天到周五去苏州");
    bench.tap("wang", "报上级批");
    bench.until(bench.now.plusSeconds(5));
    bench.unasked("boss");
    bench.tap("boss", "驳回");
    LocalDate tuesday = MONDAY.plusDays(1);
    bench.until(at(tuesday, 8, 40));
    assertThat(bench.unasked("wang")).noneMatch(reply -> reply.text().contains("今天出差"));
    bench.until(at(tuesday.plusDays(1), 8, 40));
    bench.until(at(tuesday.plusDays(1), 8, 41));
    assertThat(ids(bench.unasked("boss"))).doesNotContain("contact.escalated");
  }

  @Test
  void the_brief_says_of_a_trip_of_today_that_it_is_not_approved_yet() {
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "明天到周五去苏州");
    bench.tap("wang", "报上级批");
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    assertThat(bench.unasked("wang"))
        .extracting(Reply::text)
        .anyMatch(text -> text.contains("今天出差苏州") && text.contains("等批"));
  }

  @Test
  void who_is_free_in_the_afternoon_is_neither_missing_in_the_digest_nor_in_the_brief() {
    bench.say("boss", "你好");
    bench.say("wang", "日报");
    bench.say("wang", "联系了 拜访3 电话8 没问题 没异议 没答应什么 明天去苏州");
    bench.say("wang", "明天下午请假");
    LocalDate tuesday = MONDAY.plusDays(1);
    bench.until(at(tuesday, 17, 40));
    assertThat(ids(bench.unasked("wang"))).doesNotContain("checkin.due");
    bench.unasked("boss");
    bench.until(at(tuesday, 20, 10));
    assertThat(bench.unasked("boss").get(0).text()).contains("休息：王五").doesNotContain("没交");
    bench.until(at(tuesday.plusDays(1), 8, 40));
    assertThat(bench.unasked("wang")).noneMatch(reply -> reply.text().contains("的日报还没交"));
  }

  @Test
  void who_talked_on_the_trip_is_left_in_peace_and_so_is_who_is_at_home() {
    bench.say("boss", "你好");
    travels("wang", MONDAY, MONDAY);
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 40));
    bench.say("wang", "联系过 拜访2 电话8 没问题 没异议 没答应什么 明天去无锡");
    for (int day = 1; day < 4; day++) {
      bench.until(at(MONDAY.plusDays(day), 8, 40));
      bench.until(at(MONDAY.plusDays(day), 20, 10));
    }
    assertThat(ids(bench.unasked("boss"))).doesNotContain("contact.escalated");
    assertThat(ids(bench.unasked("wang"))).doesNotContain("contact.missed");
  }

  @Test
  void reminders_off_hide_no_silence_on_a_trip() {
    bench.say("boss", "你好");
    travels("wang", MONDAY, MONDAY.plusDays(1));
    bench.say("wang", "关掉提醒");
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    bench.until(at(MONDAY.plusDays(1), 8, 41));
    assertThat(bench.unasked("wang")).isEmpty();
    assertThat(ids(bench.unasked("boss"))).contains("contact.escalated");
    bench.say("wang", "打开提醒");
    bench.until(at(MONDAY.plusDays(1), 17, 40));
    assertThat(ids(bench.unasked("wang"))).contains("checkin.due");
  }

  @Test
  void without_a_superior_and_for_a_superior_of_oneself_the_admin_stands_in() {
    bench.hire("admin", "管理员", Person.Role.ADMIN, null);
    bench.hire("zhao", "赵六", Person.Role.REP, null);
    bench.hire("qian", "钱七", Person.Role.REP, "qian");
    bench.say("admin", "你好");
    for (String rep : List.of("zhao", "qian")) {
      travels(rep, MONDAY, MONDAY.plusDays(1));
      bench.say(rep, "你好");
    }
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    bench.until(at(MONDAY.plusDays(1), 8, 41));
    assertThat(ids(bench.unasked("admin"))).filteredOn("contact.escalated"::equals).hasSize(2);
  }

  @Test
  void a_superior_sets_the_time_of_the_digest_and_a_rep_has_none() {
    bench.say("boss", "你好");
    bench.say("wang", "你好");
    assertThat(ids(bench.say("boss", "/digesttime 19:00"))).containsExactly("settings.digest");
    bench.until(at(MONDAY, 19, 8));
    assertThat(ids(bench.unasked("boss"))).containsExactly("digest");
    bench.until(at(MONDAY, 20, 10));
    assertThat(bench.unasked("boss")).isEmpty();
    assertThat(ids(bench.say("boss", "汇总改到晚上25点"))).containsExactly("time.hour");
    bench.unasked("wang");
    assertThat(ids(bench.say("wang", "/digesttime 19:00"))).startsWith("access.denied");
  }

  @Test
  void the_admin_and_the_superior_hear_whose_years_holidays_are_missing() {
    LocalDate november = LocalDate.of(2026, 11, 24);
    bench.hire("admin", "管理员", Person.Role.ADMIN, null);
    bench.now = at(november, 9, 0);
    bench.say("admin", "你好");
    bench.say("wang", "你好");
    bench.say("boss", "你好");
    bench.until(at(november, 20, 10));
    assertThat(bench.unasked("boss").get(0).text()).contains("2027年的放假安排还没有");
    bench.until(at(november.plusDays(3), 20, 20));
    assertThat(bench.unasked("admin")).extracting(Reply::text).anyMatch(t -> t.contains("2027年"));
    assertThat(bench.say("admin", "放假安排").get(0).text()).contains("2027");
  }

  @Test
  void twenty_five_o_clock_is_no_hour() {
    assertThat(ids(bench.say("wang", "提醒我明天25点给李总回电"))).containsExactly("time.hour");
    assertThat(todo()).isEmpty();
  }

  @Test
  void nobody_is_reminded_of_yesterday() {
    assertThat(ids(bench.say("wang", "昨天提醒我给李总回电"))).containsExactly("time.past");
    assertThat(todo()).isEmpty();
  }

  @Test
  void the_thirtieth_of_february_is_no_day() {
    assertThat(ids(bench.say("wang", "2月30日提醒我寄合同"))).containsExactly("time.day");
    assertThat(todo()).isEmpty();
  }

  @Test
  void an_unknown_zone_changes_nothing_and_says_so() {
    Reply reply = bench.say("wang", "时区 亚特兰蒂斯").get(0);
    assertThat(reply.id()).isEqualTo("settings.zone.unknown");
    assertThat(reply.text()).contains("没有改动", "Asia/Shanghai");
  }

  @Test
  void in_berlin_the_hour_is_the_same_before_and_after_the_clocks_go_forward() {
    moves(LocalDate.of(2026, 3, 27), "wang");
    bench.until(LocalDate.of(2026, 3, 30).atTime(17, 37).atZone(BERLIN).toInstant());
    assertThat(ids(bench.unasked("wang"))).contains("checkin.due");
    assertThat(told("提醒我3月30日下午3点回电").atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.of(15, 0));
  }

  @Test
  void in_berlin_the_hour_that_comes_twice_reminds_once() {
    moves(LocalDate.of(2026, 10, 23), "wang");
    bench.until(LocalDate.of(2026, 10, 26).atTime(17, 29).atZone(BERLIN).toInstant());
    assertThat(ids(bench.unasked("wang"))).doesNotContain("checkin.due");
    bench.until(LocalDate.of(2026, 10, 26).atTime(17, 37).atZone(BERLIN).toInstant());
    bench.until(LocalDate.of(2026, 10, 26).atTime(18, 37).atZone(BERLIN).toInstant());
    assertThat(ids(bench.unasked("wang"))).containsOnlyOnce("checkin.due");
  }

  @Test
  void what_is_to_be_done_on_a_day_of_leave_waits_for_the_return_and_an_hour_that_was_told_comes() {
    bench.say("wang", "周三前寄质检报告给李总");
    bench.say("wang", "提醒我周三下午3点给赵总回电");
    bench.say("wang", "周二请假3天");
    LocalDate wednesday = MONDAY.plusDays(2);
    bench.until(at(wednesday, 10, 0));
    assertThat(ids(bench.unasked("wang"))).doesNotContain("followup.due", "followup.late");
    bench.until(at(wednesday, 15, 1));
    assertThat(bench.unasked("wang"))
        .extracting(Reply::text)
        .singleElement()
        .asString()
        .contains("赵总");
    bench.until(at(MONDAY.plusDays(4), 8, 40));
    assertThat(bench.unasked("wang"))
        .extracting(Reply::text)
        .anyMatch(text -> text.contains("质检报告"));
  }

  @Test
  void a_promise_in_a_line_of_values_is_kept_beside_them() {
    assertThat(ids(bench.say("wang", "王建国 13812345678 挂靠的，我答应周五前给他寄质检报告")))
        .startsWith("promise.kept", "recorded");
    assertThat(bench.current("wang").orElseThrow().text("nature")).contains("affiliated");
    assertThat(bench.current("wang").orElseThrow().text("mobile")).contains("13812345678");
    FollowUp kept = todo().get(0);
    assertThat(kept.isPromised()).isTrue();
    assertThat(kept.what()).contains("质检报告");
    assertThat(kept.distributor()).isEqualTo(bench.session("wang").distributor());
    assertThat(kept.at()).isEqualTo(at(MONDAY.plusDays(4), 18, 0));
  }

  @Test
  void a_promise_with_a_number_to_ring_is_no_value() {
    bench.say("wang", "王建国 13812345678 挂靠的");
    bench.say("wang", "我答应明天下午三点给13999990000回电");
    assertThat(bench.current("wang").orElseThrow().text("mobile")).contains("13812345678");
    assertThat(todo()).hasSize(1);
  }

  @Test
  void promises_of_a_check_in_are_kept_once_and_those_without_a_time_stay_in_the_report() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 40));
    bench.unasked("wang");
    bench.tap("wang", "联系过");
    bench.say("wang", "3家 10个");
    bench.tap("wang", "没有");
    bench.tap("wang", "没有");
    bench.say("wang", "周五前把资质寄给张总");
    assertThat(ids(bench.say("wang", "明天去无锡见赵总"))).contains("promise.kept", "checkin.done");
    assertThat(todo()).extracting(FollowUp::what).singleElement().asString().contains("资质寄给张总");
    bench.say("wang", "改日报");
    assertThat(todo()).hasSize(1);
  }

  private void moves(LocalDate friday, String rep) {
    bench.now = friday.atTime(9, 0).atZone(BERLIN).toInstant();
    bench.say(rep, "时区 Europe/Berlin");
    bench.until(friday.atTime(17, 37).atZone(BERLIN).toInstant());
    assertThat(ids(bench.unasked(rep))).containsExactly("checkin.due");
    bench.say(rep, "先停");
  }

  private Instant told(String words) {
    bench.now = LocalDate.of(2026, 3, 28).atTime(9, 0).atZone(BERLIN).toInstant();
    bench.say("wang", "先停");
    bench.say("wang", words);
    return todo().get(0).at();
  }

  private List<FollowUp> todo() {
    return bench.store.ledgers().find(Ledger.ofRep("wang")).all(FollowUp.class);
  }

  private void travels(String rep, LocalDate from, LocalDate to) {
    @Nullable String none = null;
    Trip trip =
        new Trip(
            "t" + rep,
            from,
            to,
            none,
            List.of(new Trip.Area("320500", "苏州")),
            List.of(),
            Trip.State.STARTED,
            none,
            none);
    bench
        .store
        .ledgers()
        .apply(
            new LedgerChange(Ledger.ofRep(rep), rep, "by hand " + rep, List.of(trip), List.of()));
  }

  private static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, minute)).atZone(SHANGHAI).toInstant();
  }
}
