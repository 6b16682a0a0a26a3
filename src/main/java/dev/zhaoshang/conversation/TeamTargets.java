package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.AssignedTarget;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.TeamTarget;
import dev.zhaoshang.understanding.remark.TargetReader;
import dev.zhaoshang.understanding.remark.TargetReader.Told;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Targets that a superior sets: for one of the own people, or for all of them together. */
final class TeamTargets {

  private static final TargetReader READER = TargetReader.load();

  /** In the audit: a target was set for somebody, or taken back. */
  static final String AUDITED = "target";

  private final Draft draft;
  private final List<Person> led;

  TeamTargets(Draft draft) {
    this.draft = draft;
    this.led = draft.in().snapshot().led();
  }

  /**
   * Sets the target, where the words are about people of the speaker's.
   *
   * @param words as typed
   * @param told what they tell
   * @param month that the speaker names, or has now
   * @return false when they are about nobody of them
   */
  boolean set(String words, Told told, YearMonth month) {
    Person speaker = draft.in().snapshot().speaker();
    Long boxes = told.boxes();
    if (boxes == null || speaker == null || led.isEmpty()) {
      return false;
    }
    List<Person> named = named(words);
    if (named.size() > 1) {
      draft.say("target.which", Map.of("names", names(named)));
    } else if (named.size() == 1) {
      Person rep = named.get(0);
      boolean said = told.times().first().isPresent();
      set(speaker, rep, boxes, said ? month : later(month, rhythm(rep)));
    } else if (told.team()) {
      set(speaker, boxes, month);
    } else {
      return false;
    }
    return true;
  }

  private List<Person> named(String words) {
    List<Person> exact =
        led.stream().filter(one -> READER.names(words, one.id(), one.name())).toList();
    return exact.isEmpty()
        ? led.stream().filter(one -> READER.calls(words, one.name())).toList()
        : exact;
  }

  private void set(Person by, Person rep, long boxes, YearMonth month) {
    Ledger ledger = draft.ledger(Ledger.ofRep(rep.id()));
    Performance old =
        AssignedTarget.over(
            ledger,
            ledger
                .find(Performance.class, Performance.id(month))
                .orElseGet(() -> Performance.of(month, "", rep.id())));
    AssignedTarget set =
        new AssignedTarget(
            AssignedTarget.id(month.toString(), by.id()),
            month.toString(),
            rep.id(),
            boxes,
            by.id(),
            by.name(),
            draft.turn(),
            draft.in().now(),
            MonthEnd.asks(month, ledger, rhythm(rep)));
    draft.put(ledger.id(), set);
    draft.audit(AUDITED, rep.id());
    tell(rep, "target.assigned", by, boxes, month);
    Long before = old.target();
    draft.say(
        before == null || before == boxes ? "target.set" : "target.set.anew",
        Map.of(
            "who", rep.name(),
            "month", month.toString(),
            "target", String.valueOf(boxes),
            "old", String.valueOf(before)),
        new RemarkView(draft).undo());
  }

  private Rhythm rhythm(Person rep) {
    return draft.content().reminders().usual().of(draft.ledger(Ledger.ofRep(rep.id())));
  }

  /** Nobody sets a target for a month that is over where one of the two is. */
  private YearMonth later(YearMonth month, Rhythm rep) {
    YearMonth theirs = YearMonth.from(rep.date(draft.in().now()));
    return theirs.isAfter(month) ? theirs : month;
  }

  private void set(Person by, long boxes, YearMonth month) {
    TeamTarget target = TeamTarget.of(month, boxes, by, draft.turn());
    put(draft.own(), target, month);
    for (Person rep : led) {
      put(draft.ledger(Ledger.ofRep(rep.id())), target, month);
      draft.audit(AUDITED, rep.id());
      tell(rep, "target.assigned.team", by, boxes, month);
    }
    draft.say(
        led.size() == 1 ? "target.set.team.one" : "target.set.team",
        Map.of("names", names(led), "month", month.toString(), "target", String.valueOf(boxes)),
        new RemarkView(draft).undo());
  }

  /** One that the same superior set earlier under another id gives way to it. */
  private void put(Ledger ledger, TeamTarget target, YearMonth month) {
    List<String> earlier =
        ledger
            .find(TeamTarget.class, TeamTarget.earlierId(month))
            .filter(one -> one.by().equals(target.by()))
            .stream()
            .map(TeamTarget::id)
            .toList();
    draft.change(ledger.id(), List.of(target), earlier);
  }

  private void tell(Person rep, String replyId, Person by, long boxes, YearMonth month) {
    Instant now = draft.in().now();
    draft.put(
        Ledger.ofRep(rep.id()),
        new Notice(
            Ids.of(draft.turn() + rep.id(), 0),
            replyId,
            Stream.of(
                    new Notice.Word("name", by.name()),
                    new Notice.Word("month", month.toString()),
                    new Notice.Word("target", String.valueOf(boxes)))
                .toList(),
            now,
            now));
  }

  /** The people's names, for those who lead somebody; empty for others. */
  String names() {
    return names(led);
  }

  private String names(List<Person> people) {
    return people.stream()
        .map(Person::name)
        .collect(Collectors.joining(draft.text("list.comma", Map.of())));
  }
}
