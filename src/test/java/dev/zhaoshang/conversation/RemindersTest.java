package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.access.Reachability;
import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.Directive;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said unasked: when, once, and what comes of it. The clock is moved by hand. */
class RemindersTest extends WithATeam {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @BeforeEach
  void open() {
    bench.hire("zhao", "赵六", Person.Role.REP, "boss");
    bench.now = at(MONDAY, 9, 0);
  }

  private static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, minute)).atZone(SHANGHAI).toInstant();
  }

  private Day day(String rep, LocalDate date) {
    return bench
        .store
        .ledgers()
        .find(Ledger.ofRep(rep))
        .find(Day.class, date.toString())
        .orElseThrow();
  }

  @Test
  void the_evening_asks_once_a_few_minutes_off_the_half_hour_and_a_thumb_answers() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 30));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.until(at(MONDAY, 17, 37));
    assertThat(ids(bench.unasked("wang"))).containsExactly("checkin.due");
    bench.until(at(MONDAY, 17, 38));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.tap("wang", "联系过");
    bench.say("wang", "3家 10个");
    bench.tap("wang", "没有");
    bench.tap("wang", "没有");
    bench.tap("wang", "没有");
    assertThat(ids(bench.say("wang", "明天去无锡见赵总"))).containsExactly("recorded", "checkin.done");
    assertThat(day("wang", MONDAY).doneAt()).isNotNull();
    bench.until(at(MONDAY, 20, 0));
    assertThat(bench.unasked("wang")).isEmpty();
  }

  @Test
  void replies_to_people_go_before_reminders() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 37));
    assertThat(bench.store.deliveries().after("wang", "test", 0, 100))
        .filteredOn(entry -> entry.id().startsWith("reminder:"))
        .extracting(OutboxEntry::priority)
        .containsOnly(OutboxEntry.Priority.BULK);
  }

  @Test
  void who_does_not_answer_is_nudged_once_and_named_to_the_superior() {
    bench.say("boss", "你好");
    bench.say("wang", "你好");
    bench.say("zhao", "你好");
    bench.until(at(MONDAY, 17, 37));
    bench.unasked("wang");
    bench.say("wang", "联系了 拜访2 电话8，问题：南京的货没到，没异议 没答应什么 明天继续跑苏州");
    bench.until(at(MONDAY, 19, 45));
    assertThat(bench.unasked("wang")).isEmpty();
    assertThat(ids(bench.unasked("zhao"))).containsExactly("checkin.due", "checkin.nudge");
    bench.until(at(MONDAY, 20, 10));
    Reply digest = bench.unasked("boss").get(0);
    assertThat(digest.id()).isEqualTo("digest");
    assertThat(digest.text()).contains("已交 1/2", "没交：赵六", "王五：南京的货没到");
    assertThat(bench.unasked("zhao")).isEmpty();
  }

  @Test
  void the_digest_goes_to_the_group_too_from_which_the_superior_asked_for_it_with_numbers_masked() {
    bench.say("boss", "你好");
    bench.say("wang", "你好");
    assertThat(ids(bench.say("boss", "/digest"))).containsExactly("group.where");
    assertThat(ids(bench.receive(inGroup("g1", "/digest")))).containsExactly("group.set");
    bench.hire("li", "李雷13812345678", Person.Role.REP, "boss");
    bench.until(at(MONDAY, 20, 10));
    assertThat(posted()).hasSize(1).allMatch(text -> text.contains("138****5678"));
    assertThat(bench.unasked("boss")).extracting(Reply::text).allMatch(posted()::contains);
    bench.receive(inGroup("g2", "/digest off"));
    bench.until(at(MONDAY.plusDays(1), 20, 10));
    assertThat(posted()).hasSize(1);
  }

  private Update inGroup(String id, String text) {
    return new Update(
        "test:" + id, "boss", "test", "-500", Update.Kind.TEXT, text, null, null, null, "");
  }

  private List<String> posted() {
    return bench.store.deliveries().after("boss", "test", 0, 1000).stream()
        .filter(entry -> entry.chat().equals("-500") && entry.reply().id().equals("digest"))
        .map(entry -> entry.reply().text())
        .toList();
  }

  @Test
  void a_reminder_goes_to_the_app_that_was_used_last() {
    bench.say("wang", "你好");
    Reachability reachability = new Reachability(bench.store.ledgers(), () -> bench.now);
    reachability.seen("wang", "wecom", "WangWu");
    bench.now = bench.now.plusSeconds(60);
    reachability.seen("wang", "telegram", "1001");
    bench.now = bench.now.plusSeconds(60);
    reachability.seen("wang", "wecom", "WangWu");
    bench.until(at(MONDAY, 17, 37));
    assertThat(bench.store.deliveries().after("wang", "telegram", 0, 100)).isEmpty();
    assertThat(bench.store.deliveries().after("wang", "wecom", 0, 100))
        .extracting(OutboxEntry::chat)
        .containsOnly("WangWu");
  }

  @Test
  void a_superior_sees_only_the_own_team() {
    bench.hire("other", "陈总监", Person.Role.SUPERIOR, null);
    bench.say("other", "你好");
    bench.until(at(MONDAY, 20, 10));
    assertThat(bench.unasked("other")).isEmpty();
    assertThat(ids(bench.say("other", "/directive @王五 明天把合同寄出"))).containsExactly("team.nobody");
  }

  @Test
  void an_admin_stands_in_for_those_whose_superior_is_nobody_or_has_left_or_is_themselves() {
    bench.hire("chief", "总经理", Person.Role.ADMIN, null);
    bench.hire("alone", "孙一", Person.Role.REP, null);
    bench.hire("gone", "前总监", Person.Role.SUPERIOR, null);
    bench.hire("left", "孙二", Person.Role.REP, "gone");
    bench.store.people().save(bench.store.people().find("gone").orElseThrow().left(null));
    bench.hire("own", "孙三", Person.Role.REP, "own");
    bench.say("chief", "你好");
    List.of("alone", "left", "own").forEach(rep -> bench.say(rep, "你好"));
    bench.until(at(MONDAY, 20, 10));
    assertThat(bench.unasked("chief").get(0).text()).contains("已交 0/3", "孙一", "孙二", "孙三");
  }

  @Test
  void a_superior_of_themselves_is_not_in_the_own_digest() {
    bench.hire("boss", "李总监", Person.Role.SUPERIOR, "boss");
    bench.say("boss", "你好");
    bench.say("wang", "你好");
    bench.say("zhao", "你好");
    bench.until(at(MONDAY, 20, 10));
    assertThat(bench.unasked("boss").get(0).text()).contains("已交 0/2").doesNotContain("李总监");
  }

  @Test
  void a_check_in_can_be_put_off_and_comes_again() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 37));
    bench.unasked("wang");
    assertThat(ids(bench.say("wang", "晚点"))).containsExactly("checkin.later");
    assertThat(ids(bench.tap("wang", "半小时后"))).containsExactly("checkin.again");
    bench.until(at(MONDAY, 18, 5));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.until(at(MONDAY, 18, 9));
    assertThat(ids(bench.unasked("wang"))).containsExactly("checkin.due");
    bench.tap("wang", "晚点");
    bench.tap("wang", "明早");
    bench.until(at(MONDAY, 23, 0));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    assertThat(ids(bench.unasked("wang"))).contains("checkin.due");
    bench.say("wang", "联系了 拜访2 电话8 没问题 没异议 没答应什么 明天去苏州");
    assertThat(day("wang", MONDAY).doneAt()).isNotNull();
  }

  @Test
  void a_check_in_is_put_off_by_typed_words_and_comes_again() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 37));
    bench.unasked("wang");
    bench.say("wang", "晚点");
    assertThat(ids(bench.say("wang", "1小时后"))).containsExactly("checkin.again");
    bench.until(at(MONDAY, 18, 35));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.until(at(MONDAY, 18, 39));
    assertThat(ids(bench.unasked("wang"))).containsExactly("checkin.due");
    bench.say("wang", "晚点");
    assertThat(ids(bench.say("wang", "明天"))).containsExactly("checkin.morning");
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    assertThat(ids(bench.unasked("wang"))).contains("checkin.due");
  }

  @Test
  void a_reminder_is_put_off_by_typed_words_and_comes_again() {
    bench.say("wang", "提醒我十点给李总回电");
    bench.until(at(MONDAY, 10, 0));
    assertThat(ids(bench.unasked("wang"))).contains("followup.due");
    assertThat(ids(bench.say("wang", "半小时后"))).containsExactly("followup.again");
    bench.until(at(MONDAY, 10, 25));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.until(at(MONDAY, 10, 31));
    assertThat(ids(bench.unasked("wang"))).contains("followup.due");
    assertThat(ids(bench.say("wang", "晚点"))).containsExactly("followup.towhen");
    assertThat(ids(bench.say("wang", "明天"))).containsExactly("followup.moved.why");
  }

  @Test
  void a_value_told_anew_after_the_check_in_replaces_that_value() {
    bench.say("wang", "日报");
    bench.say("wang", "联系了 拜访3 电话8 没问题 没异议 没答应什么 明天去苏州");
    bench.say("wang", "拜访是4家不是3家");
    bench.say("wang", "电话是12个");
    Day day = day("wang", MONDAY);
    assertThat(day.fact("visitsToday").orElseThrow().value()).isEqualTo(new Value.Count(4));
    assertThat(day.fact("callsToday").orElseThrow().value()).isEqualTo(new Value.Count(12));
    bench.say("wang", "撤销");
    assertThat(day("wang", MONDAY).fact("callsToday").orElseThrow().value())
        .isEqualTo(new Value.Count(8));
  }

  @Test
  void the_brief_offers_a_drill_that_is_a_tap_away_also_when_it_is_late() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    assertThat(ids(bench.unasked("wang"))).endsWith("brief");
    assertThat(ids(bench.tap("wang", "快练60秒"))).containsExactly("practice.drill");
    bench.say("wang", "/language en");
    bench.say("wang", "stop");
    bench.until(at(MONDAY.plusDays(2), 11, 20));
    assertThat(ids(bench.unasked("wang"))).endsWith("brief");
    assertThat(ids(bench.tap("wang", "60-second drill"))).containsExactly("practice.drill");
  }

  @Test
  void a_missed_day_is_filled_in_later() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 37));
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    List<Reply> said = bench.unasked("wang");
    assertThat(ids(said)).endsWith("brief");
    assertThat(ids(bench.tap("wang", "补日报"))).containsExactly("checkin.missed");
    bench.say("wang", "先停");
    assertThat(ids(bench.say("wang", "补昨天的日报"))).containsExactly("checkin.missed");
    assertThat(bench.session("wang").position().about())
        .isEqualTo(new Ledger.Key(Ledger.ofRep("wang"), "2026-03-02"));
    assertThat(ids(bench.say("wang", "补明年的日报"))).contains("checkin.when");
  }

  @Test
  void nobody_is_asked_in_the_middle_of_an_intake() {
    bench.now = at(MONDAY, 17, 30);
    bench.say("wang", "王建国 13812345678");
    bench.until(at(MONDAY, 17, 37));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.now = at(MONDAY, 17, 44);
    bench.say("wang", "挂靠的");
    bench.until(at(MONDAY, 17, 48));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.until(at(MONDAY, 18, 2));
    assertThat(ids(bench.unasked("wang"))).containsExactly("checkin.due");
    assertThat(bench.current("wang").orElseThrow().text("nature")).contains("affiliated");
  }

  @Test
  void after_a_busy_hour_it_comes_all_the_same() {
    bench.say("wang", "你好");
    for (int minute = 30; minute < 100; minute += 5) {
      bench.now = at(MONDAY, 17, 0).plus(Duration.ofMinutes(minute));
      bench.say("wang", minute % 2 == 0 ? "王建国 13812345678" : "临床代表" + minute + "个");
      bench.until(bench.now.plusSeconds(20));
    }
    assertThat(ids(bench.unasked("wang"))).contains("checkin.due");
  }

  @Test
  void downtime_is_caught_up_once_and_never_at_night() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 18, 30));
    assertThat(ids(bench.unasked("wang"))).containsExactly("checkin.late");
    bench.until(at(MONDAY.plusDays(3), 23, 30));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.until(at(MONDAY.plusDays(4), 8, 40));
    assertThat(ids(bench.unasked("wang"))).containsExactly("brief");
  }

  @Test
  void a_clock_that_is_set_back_tells_nothing_twice() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 37));
    assertThat(bench.unasked("wang")).hasSize(1);
    bench.until(at(MONDAY, 16, 0));
    bench.until(at(MONDAY, 17, 37));
    assertThat(bench.unasked("wang")).isEmpty();
  }

  @Test
  void weekends_are_left_alone() {
    LocalDate saturday = MONDAY.plusDays(5);
    bench.now = at(saturday, 9, 0);
    bench.say("wang", "你好");
    bench.until(at(saturday.plusDays(1), 20, 0));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.until(at(saturday.plusDays(2), 8, 40));
    assertThat(ids(bench.unasked("wang"))).containsExactly("brief");
  }

  @Test
  void two_instances_that_look_at_the_same_time_tell_it_once() throws Exception {
    bench.say("wang", "你好");
    bench.now = at(MONDAY, 17, 37);
    Thread other = new Thread(bench.reminders::sweep);
    other.start();
    bench.reminders.sweep();
    other.join();
    assertThat(bench.unasked("wang")).hasSize(1);
  }

  @Test
  void a_directive_is_acknowledged_and_reported_back_when_it_is_done() {
    bench.say("boss", "你好");
    bench.say("wang", "你好");
    assertThat(ids(bench.say("boss", "/directive @王五 周五前把南京那份合同收回来，盖章的那份，先发我看一眼再寄给法务")))
        .containsExactly("directive.given");
    bench.until(at(MONDAY, 9, 2));
    Reply told = bench.unasked("wang").get(0);
    assertThat(told.text()).isEqualTo("李总监 交代：周五前把南京那份合同收回来，盖章的那份，先发我看一眼再寄给法务");
    assertThat(ids(bench.tap("wang", "收到"))).containsExactly("directive.noted");
    assertThat(bench.say("boss", "/directive").get(0).text()).contains("王五", "已收到");
    bench.tap("wang", "已完成");
    bench.until(at(MONDAY, 9, 4));
    assertThat(ids(bench.unasked("boss"))).containsExactly("directive.reported");
    assertThat(bench.store.ledgers().find(Ledger.ofRep("wang")).all(Directive.class))
        .extracting(Directive::state)
        .containsExactly(Directive.State.DONE);
  }

  @Test
  void a_directive_to_the_team_reaches_everybody_and_one_to_a_stranger_nobody() {
    bench.say("boss", "你好");
    bench.say("boss", "/directive 全体 下班前把本周拜访补齐");
    bench.until(at(MONDAY, 9, 2));
    bench.say("wang", "你好");
    assertThat(bench.store.ledgers().find(Ledger.ofRep("wang")).all(Directive.class)).hasSize(1);
    assertThat(bench.store.ledgers().find(Ledger.ofRep("zhao")).all(Directive.class)).hasSize(1);
    assertThat(ids(bench.say("boss", "/directive @钱七 交合同"))).containsExactly("directive.whom");
  }

  @Test
  void who_blocked_us_gets_no_more_reminders_and_the_superior_is_told() {
    bench.say("boss", "你好");
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 37));
    Reachability reach = new Reachability(bench.store.ledgers(), () -> bench.now);
    reach.seen("wang", "test", "wang");
    reach.lost("wang", "test");
    bench.unasked("wang");
    bench.until(at(MONDAY, 19, 50));
    bench.until(at(MONDAY, 19, 51));
    assertThat(bench.unasked("boss")).extracting(Reply::id).containsExactly("team.gone");
    bench.until(at(MONDAY.plusDays(1), 20, 0));
    assertThat(bench.unasked("wang")).isEmpty();
    reach.seen("wang", "test", "wang");
    bench.say("wang", "我回来了");
    bench.until(at(MONDAY.plusDays(2), 8, 40));
    assertThat(ids(bench.unasked("wang"))).containsExactly("brief");
  }

  @Test
  void what_was_promised_is_reminded_of_once_and_ticked_off() {
    bench.say("wang", "提醒我今天下午3点给李总回电");
    bench.until(at(MONDAY, 15, 1));
    List<Reply> said = bench.unasked("wang");
    assertThat(ids(said)).containsExactly("followup.due");
    assertThat(said.get(0).text()).contains("李总");
    bench.until(at(MONDAY, 15, 30));
    assertThat(bench.unasked("wang")).isEmpty();
    bench.tap("wang", said.get(0).buttons().get(0).label());
    assertThat(bench.store.ledgers().find(Ledger.ofRep("wang")).all(FollowUp.class))
        .extracting(FollowUp::state)
        .containsExactly(FollowUp.State.DONE);
  }

  @Test
  void a_request_is_approved_with_a_comment_or_rejected_by_the_superior_alone() {
    bench.say("boss", "你好");
    Approval trip =
        new Approval(
            "a1",
            "trip",
            "t1",
            "wang",
            "王五",
            "boss",
            "周三去南京两天",
            Approval.State.PENDING,
            "",
            bench.now,
            bench.now);
    bench.store.ledgers().apply(change("boss", "x1", trip));
    bench.store.ledgers().apply(change("wang", "x2", trip.told(null)));
    bench.until(at(MONDAY, 9, 2));
    assertThat(bench.unasked("boss").get(0).text()).isEqualTo("王五 请你批：周三去南京两天");
    assertThat(ids(bench.press("wang", "approve:a1"))).containsExactly("stale");
    assertThat(ids(bench.say("boss", "批准"))).containsExactly("approval.comment.approved");
    assertThat(ids(bench.say("boss", "顺路看一下康泰的库房"))).containsExactly("approval.commented");
    bench.until(at(MONDAY, 9, 3));
    assertThat(bench.unasked("wang").get(0).text()).isEqualTo("批了：周三去南京两天\n上级说：顺路看一下康泰的库房");
    assertThat(ids(bench.press("boss", "reject:a1"))).containsExactly("stale");
  }

  private static LedgerChange change(String rep, String turn, Approval approval) {
    return new LedgerChange(Ledger.ofRep(rep), rep, turn, List.of(approval), List.of());
  }

  @Test
  void a_turn_that_was_committed_and_not_applied_when_it_was_killed_is_told_once() {
    bench.say("wang", "你好");
    bench.now = at(MONDAY, 17, 37);
    Update due =
        Update.due(
            Update.Kind.DUE,
            "reminder:checkin:wang:2026-03-02:killed",
            "wang",
            "test",
            "wang",
            new Ledger.Key(Ledger.ofRep("wang"), "checkin"));
    // The instance wrote its inbox and died; another one starts and looks at once.
    bench.store.inbox().accept(due, bench.now);
    bench.runner.recover();
    bench.reminders.sweep();
    bench.reminders.sweep();
    assertThat(ids(bench.unasked("wang"))).containsExactly("checkin.due");
  }

  @Test
  void a_reminder_is_no_turn_that_can_be_taken_back() {
    bench.say("wang", "王建国 13812345678");
    bench.until(at(MONDAY, 17, 37));
    bench.say("wang", "先停");
    bench.say("wang", "撤销");
    assertThat(bench.records.of("wang")).isEmpty();
    assertThat(day("wang", MONDAY)).isNotNull();
  }

  @Test
  void the_key_names_kind_rep_subject_and_planned_local_time() {
    bench.say("wang", "你好");
    bench.until(at(MONDAY, 17, 37));
    assertThat(bench.store.deliveries().after("wang", "test", 0, 100))
        .extracting(OutboxEntry::id)
        .anyMatch(
            id ->
                id.matches(
                    "reminder:checkin:wang:2026-03-02:2026-03-02T17:3[1-6](:\\d\\d)?\\+08:00#0"));
    assertThat(Update.Kind.DUE.isOfRep()).isFalse();
  }
}
