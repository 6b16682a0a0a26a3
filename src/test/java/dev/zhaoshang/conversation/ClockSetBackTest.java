package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Update;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A time that comes twice: nothing is told twice for it, and nothing stays untold for good. */
class ClockSetBackTest extends WithATeam {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @BeforeEach
  void open() {
    bench.now = at(MONDAY, 9, 0);
  }

  private static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, minute)).atZone(SHANGHAI).toInstant();
  }

  private List<String> unaskedUntil(LocalDate day, int hour, int minute) {
    bench.until(at(day, hour, minute));
    return ids(bench.unasked("wang"));
  }

  @Test
  void what_is_moved_to_an_hour_that_had_come_is_told_at_that_hour_again() {
    bench.say("wang", "提醒我10点给张总打电话");
    assertThat(unaskedUntil(MONDAY, 10, 0)).containsExactly("followup.due");
    bench.now = at(MONDAY, 9, 30);
    bench.tap("wang", "改时间");
    bench.say("wang", "今天10点");
    assertThat(unaskedUntil(MONDAY, 9, 59)).isEmpty();
    assertThat(unaskedUntil(MONDAY, 10, 0)).containsExactly("followup.due");
    assertThat(unaskedUntil(MONDAY, 10, 1)).isEmpty();
  }

  @Test
  void a_check_in_that_was_asked_for_is_not_asked_again_and_the_next_days_are() {
    bench.say("wang", "你好");
    assertThat(unaskedUntil(MONDAY, 17, 37)).containsExactly("checkin.due");
    bench.say("wang", "先停");
    bench.now = at(MONDAY, 17, 0);
    bench.say("wang", "下周三休息");
    assertThat(unaskedUntil(MONDAY, 17, 40)).isEmpty();
    bench.until(at(MONDAY.plusDays(1), 8, 40));
    assertThat(unaskedUntil(MONDAY.plusDays(1), 17, 40)).contains("checkin.due");
  }

  @Test
  void days_that_come_twice_are_asked_for_once_and_the_first_new_one_again() {
    bench.say("wang", "你好");
    for (int day = 0; day < 3; day++) {
      assertThat(unaskedUntil(MONDAY.plusDays(day), 17, 40)).contains("checkin.due");
      bench.say("wang", "先停");
    }
    bench.now = at(MONDAY, 12, 0);
    bench.say("wang", "/checkin 17:30 周一到周六");
    for (int day = 0; day < 3; day++) {
      assertThat(unaskedUntil(MONDAY.plusDays(day), 18, 0)).doesNotContain("checkin.due");
    }
    assertThat(unaskedUntil(MONDAY.plusDays(3), 17, 40)).contains("checkin.due");
  }

  @Test
  void a_clock_that_ran_a_year_ahead_for_a_while_silences_nobody_for_a_year() {
    bench.say("wang", "你好");
    LocalDate ahead = LocalDate.of(2027, 3, 2);
    assertThat(unaskedUntil(ahead, 17, 40)).isEmpty();
    bench.until(at(ahead.plusDays(1), 17, 40));
    assertThat(ids(bench.unasked("wang"))).contains("checkin.due");
    bench.say("wang", "先停");
    bench.now = at(MONDAY, 12, 0);
    bench.say("wang", "你好");
    // Monday's was let pass when the clock ran ahead.
    bench.until(at(MONDAY, 17, 40));
    assertThat(unaskedUntil(MONDAY.plusDays(1), 17, 40)).contains("checkin.due");
  }

  @Test
  void more_than_a_page_of_what_comes_again_keeps_nothing_from_those_behind() {
    for (int n = 0; n < 205; n++) {
      String rep = "rep" + n;
      bench.hire(rep, "代表" + n, Person.Role.REP, "boss");
      Ledger.Key key = new Ledger.Key(Ledger.ofRep(rep), "f" + n);
      consumed(rep, key);
    }
    bench.say("wang", "提醒我11点给张总打电话");
    bench.until(at(MONDAY, 10, 0));
    for (int n = 0; n < 205; n++) {
      assertThat(ids(bench.unasked("rep" + n))).containsExactly("followup.due");
    }
    assertThat(unaskedUntil(MONDAY, 11, 0)).containsExactly("followup.due");
  }

  @Test
  void what_belongs_to_nobody_keeps_nothing_from_those_behind() {
    for (int n = 0; n < 205; n++) {
      Notice lost = new Notice("n", "team.nobody", List.of(), at(MONDAY, 8, 0), at(MONDAY, 8, 0));
      apply("distributor:none" + n, "nobody", lost);
    }
    bench.say("wang", "提醒我10点给张总打电话");
    assertThat(unaskedUntil(MONDAY, 10, 0)).containsExactly("followup.due");
  }

  /** A thing to do whose reminder was handed in before, when it was not due. */
  private void consumed(String rep, Ledger.Key key) {
    bench
        .runner
        .receive(
            Update.due(
                Update.Kind.DUE,
                "reminder:followup:" + rep + ":" + key.entry() + ":2026-03-02T10:00+08:00",
                rep,
                "test",
                rep,
                key))
        .replies()
        .join();
    FollowUp todo = FollowUp.open(key.entry(), null, "打电话", at(MONDAY, 10, 0), "Asia/Shanghai");
    apply(key.ledger(), rep, todo);
  }

  private void apply(String ledger, String rep, LedgerEntry entry) {
    bench
        .store
        .ledgers()
        .apply(new LedgerChange(ledger, rep, "by hand " + ledger, List.of(entry), List.of()));
  }

  @Test
  void who_moves_west_after_the_check_in_is_not_asked_again_for_the_same_day() {
    bench.say("wang", "你好");
    assertThat(unaskedUntil(MONDAY, 17, 35)).containsExactly("checkin.due");
    bench.say("wang", "先停");
    bench.say("wang", "时区 Europe/Berlin");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    bench.until(MONDAY.atTime(17, 40).atZone(berlin).toInstant());
    bench.until(MONDAY.atTime(19, 50).atZone(berlin).toInstant());
    List<Reply> said = bench.unasked("wang");
    assertThat(ids(said)).doesNotContain("checkin.due", "checkin.late");
    assertThat(ids(said)).filteredOn("checkin.nudge"::equals).hasSizeLessThan(2);
    LocalDate tuesday = MONDAY.plusDays(1);
    bench.until(tuesday.atTime(17, 40).atZone(berlin).toInstant());
    assertThat(ids(bench.unasked("wang"))).contains("checkin.due");
    assertThat(bench.store.ledgers().find(Ledger.ofRep("wang")).all(Routine.class)).isNotEmpty();
  }
}
