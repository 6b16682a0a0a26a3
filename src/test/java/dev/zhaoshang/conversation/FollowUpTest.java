package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.FollowUp.State;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Things to do and promises: what is kept of them, and when they are due. */
class FollowUpTest extends AtTheBench {

  @BeforeEach
  void setTheClock() {
    // Monday, 9:00 in Shanghai
    bench.now = Instant.parse("2026-03-02T01:00:00Z");
  }

  private List<FollowUp> kept(String whose) {
    return bench.store.ledgers().find(Ledger.ofRep(whose)).all(FollowUp.class);
  }

  private FollowUp only() {
    assertThat(kept(rep)).hasSize(1);
    return kept(rep).get(0);
  }

  /** A few minutes after half an hour after the brief, where not everybody is reminded at once. */
  private void assertMorning(String hour) {
    Instant full = Instant.parse(hour);
    assertThat(only().due()).isBetween(full.plusSeconds(60), full.plusSeconds(360));
  }

  @Test
  void an_hour_is_due_and_reminded_then() {
    bench.say(rep, "明天下午三点给李总打电话");
    assertThat(only().what()).isEqualTo("给李总打电话");
    assertThat(only().at()).isEqualTo("2026-03-03T07:00:00Z");
    assertThat(only().due()).isEqualTo("2026-03-03T07:00:00Z");
  }

  @Test
  void a_day_is_due_at_its_end_and_reminded_in_the_morning() {
    List<Reply> replies = bench.say(rep, "周五前寄质检报告");
    assertThat(replies.get(0).text()).isEqualTo("记下了：寄质检报告，3月6日 周五前。");
    assertThat(only().at()).isEqualTo("2026-03-06T10:00:00Z");
    assertMorning("2026-03-06T01:00:00Z");
  }

  @Test
  void the_latest_hour_is_reminded_an_hour_before() {
    bench.say(rep, "周五下午三点前寄合同");
    assertThat(only().at()).isEqualTo("2026-03-06T07:00:00Z");
    assertThat(only().due()).isEqualTo("2026-03-06T06:00:00Z");
  }

  @Test
  void without_a_day_the_next_working_day_is_taken() {
    // Friday before the days off of the Tomb-sweeping Festival, which end on Monday
    bench.now = Instant.parse("2026-04-03T01:00:00Z");
    bench.say(rep, "提醒我寄样品");
    assertMorning("2026-04-07T01:00:00Z");
  }

  @Test
  void it_is_kept_with_the_current_distributor_and_taken_back_by_undo() {
    bench.say(rep, "王建国 13812349901");
    bench.say(rep, "答应他月底给铺货方案");
    assertThat(only().distributor()).isEqualTo(bench.session(rep).distributor());
    assertThat(only().isPromised()).isTrue();
    bench.say(rep, "撤销");
    assertThat(kept(rep)).isEmpty();
  }

  @Test
  void a_named_distributor_gets_it_although_another_is_current() {
    bench.say(rep, "王建国 13812349902");
    String first = bench.session(rep).distributor();
    bench.say(rep, "新客户");
    bench.say(rep, "李明 13812349903");
    bench.say(rep, "周五给王总寄样品");
    assertThat(only().distributor()).isEqualTo(first);
  }

  @Test
  void ticking_off_ends_it_and_a_second_tap_says_so() {
    bench.say(rep, "周五前寄质检报告");
    String button = "fu:done:" + only().id();
    assertThat(ids(bench.press(rep, button))).containsExactly("followup.done.last");
    assertThat(only().state()).isEqualTo(State.DONE);
    assertThat(only().due()).isNull();
    assertThat(ids(bench.press(rep, button))).containsExactly("followup.ended");
  }

  @Test
  void it_is_moved_with_the_reason_told() {
    bench.say(rep, "周五前寄质检报告");
    bench.say(rep, "第1个改到下周一，因为质检还没出来");
    assertThat(only().note()).isEqualTo("质检还没出来");
    assertMorning("2026-03-09T01:00:00Z");
  }

  @Test
  void a_colleague_has_it_then_and_is_reminded_at_once() {
    bench.hire(rep, Person.Role.REP);
    bench.hire("lilei", Person.Role.REP);
    bench.say(rep, "周五前寄质检报告");
    assertThat(ids(bench.say(rep, "第1个转给lilei"))).containsExactly("followup.handed");
    assertThat(only().state()).isEqualTo(State.HANDED_OVER);
    FollowUp theirs = kept("lilei").get(0);
    assertThat(theirs.from()).isEqualTo(rep);
    assertThat(theirs.due()).isEqualTo(bench.now);
    bench.say(rep, "撤销");
    assertThat(kept("lilei")).isEmpty();
    assertThat(only().isOpen()).isTrue();
    assertThat(ids(bench.say(rep, "第1个转给nobody"))).containsExactly("followup.nobody");
  }

  @Test
  void a_promise_against_the_rules_is_kept_only_on_demand() {
    List<Reply> replies = bench.say(rep, "答应他月底给他独家代理");
    assertThat(ids(replies)).containsExactly("compliance", "promise.against");
    assertThat(only().state()).isEqualTo(State.HELD);
    assertThat(only().due()).isNull();
    assertThat(ids(bench.press(rep, "fu:keep:" + only().id()))).containsExactly("promise.kept");
    assertThat(only().isOpen()).isTrue();
    assertThat(only().note()).isNotEmpty();
  }

  @Test
  void a_promise_against_the_rules_is_let_go_by_a_tap() {
    bench.say(rep, "答应他月底给他独家代理");
    assertThat(ids(bench.tap(rep, "不答应"))).containsExactly("promise.let");
    assertThat(only().state()).isEqualTo(State.DROPPED);
  }

  @Test
  void the_answer_to_when_may_wait_behind_other_things() {
    bench.say(rep, "周五前寄质检报告");
    bench.press(rep, "fu:move:" + only().id());
    assertThat(ids(bench.say(rep, "25点"))).containsExactly("time.hour");
    assertThat(ids(bench.say(rep, "下周二"))).containsExactly("followup.moved.why");
    assertMorning("2026-03-10T01:00:00Z");
  }

  @Test
  void a_reminder_comes_once_and_is_answered_with_a_thumb() {
    bench.hire(rep, rep, Person.Role.REP, null);
    bench.say(rep, "明天下午三点给李总打电话");
    bench.until(Instant.parse("2026-03-03T06:59:00Z"));
    bench.unasked(rep);
    bench.until(Instant.parse("2026-03-03T07:00:30Z"));
    assertThat(ids(bench.unasked(rep))).containsExactly("followup.due");
    bench.until(Instant.parse("2026-03-03T07:05:00Z"));
    assertThat(bench.unasked(rep)).isEmpty();
    String id = only().id();
    assertThat(ids(bench.press(rep, "fu:later:" + id))).containsExactly("followup.later");
    bench.until(Instant.parse("2026-03-03T08:10:00Z"));
    assertThat(ids(bench.unasked(rep))).containsExactly("followup.due");
    assertThat(ids(bench.press(rep, "fu:done:" + id))).containsExactly("followup.done.last");
    assertThat(only().state()).isEqualTo(State.DONE);
  }

  @Test
  void a_reminder_that_was_missed_comes_late_and_says_so() {
    bench.hire(rep, rep, Person.Role.REP, null);
    bench.say(rep, "明天下午三点给李总打电话");
    bench.until(Instant.parse("2026-03-03T08:30:00Z"));
    assertThat(ids(bench.unasked(rep))).containsOnlyOnce("followup.late");
  }

  @Test
  void with_reminders_off_it_stays_on_the_list_unsaid() {
    bench.hire(rep, rep, Person.Role.REP, null);
    bench.say(rep, "明天下午三点给李总打电话");
    bench.say(rep, "提醒关掉");
    bench.until(Instant.parse("2026-03-04T08:30:00Z"));
    assertThat(bench.unasked(rep)).isEmpty();
    assertThat(only().isOpen()).isTrue();
  }

  @Test
  void on_leave_neither_brief_nor_check_in_comes() {
    bench.hire(rep, rep, Person.Role.REP, null);
    bench.say(rep, "明天请假2天");
    bench.until(Instant.parse("2026-03-03T00:45:00Z"));
    bench.until(Instant.parse("2026-03-03T09:45:00Z"));
    bench.until(Instant.parse("2026-03-04T09:45:00Z"));
    assertThat(ids(bench.unasked(rep))).doesNotContain("brief", "checkin.due");
    bench.until(Instant.parse("2026-03-05T00:45:00Z"));
    assertThat(ids(bench.unasked(rep))).contains("brief");
  }
}
