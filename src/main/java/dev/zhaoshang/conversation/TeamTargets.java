package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.TeamTarget;
import dev.zhaoshang.understanding.remark.TargetReader;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Targets that a superior sets: for one of the own people, or for all of them together. */
final class TeamTargets {

  private static final TargetReader READER = TargetReader.load();

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
   * @param whole whether they are about the whole team
   * @param ask when the rep is asked what came of it
   * @return false when they are about nobody of them
   */
  boolean set(String words, long boxes, boolean whole, YearMonth month, Instant ask) {
    Person speaker = draft.in().snapshot().speaker();
    if (speaker == null || led.isEmpty()) {
      return false;
    }
    List<Person> named = named(words);
    if (named.size() > 1) {
      draft.say("target.which", Map.of("names", names(named)));
    } else if (named.size() == 1) {
      set(speaker, named.get(0), boxes, month, ask);
    } else if (whole) {
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

  private void set(Person by, Person rep, long boxes, YearMonth month, Instant ask) {
    String ledger = Ledger.ofRep(rep.id());
    Performance old =
        draft
            .ledger(ledger)
            .find(Performance.class, Performance.id(month))
            .orElseGet(() -> Performance.of(month, "", rep.id()));
    draft.put(ledger, old.assigned(boxes, by.name(), ask));
    tell(rep, "target.assigned", by, boxes, month);
    Long before = old.target();
    draft.say(
        before == null ? "target.set" : "target.set.anew",
        Map.of(
            "who", rep.name(),
            "month", month.toString(),
            "target", String.valueOf(boxes),
            "old", String.valueOf(before)),
        new RemarkView(draft).undo());
  }

  private void set(Person by, long boxes, YearMonth month) {
    TeamTarget target = TeamTarget.of(month, boxes, by);
    draft.put(draft.own().id(), target);
    for (Person rep : led) {
      draft.put(Ledger.ofRep(rep.id()), target);
      tell(rep, "target.assigned.team", by, boxes, month);
    }
    draft.say(
        "target.set.team",
        Map.of("names", names(led), "month", month.toString(), "target", String.valueOf(boxes)),
        new RemarkView(draft).undo());
  }

  /**
   * Takes a target back that was set for somebody else: what that one told since stays, and who was
   * told of it is told.
   *
   * @param back what brings a ledger back, which has to be loaded
   */
  LedgerChange takenBack(LedgerChange back) {
    Ledger now = draft.ledger(back.ledger());
    List<Performance> set =
        now.all(Performance.class).stream()
            .filter(one -> !now.id().equals(draft.own().id()) && now.id().startsWith("rep:"))
            .filter(one -> isChanged(back, one.id()))
            .toList();
    List<LedgerEntry> put = new ArrayList<>(back.put());
    List<String> removed = new ArrayList<>(back.removed());
    for (Performance one : set) {
      Performance before =
          back.put().stream()
              .filter(Performance.class::isInstance)
              .map(Performance.class::cast)
              .filter(old -> old.id().equals(one.id()))
              .findFirst()
              .orElse(null);
      Performance rest = one.unassigned(before);
      put.removeIf(entry -> entry.id().equals(one.id()));
      removed.remove(one.id());
      if (rest.isEmpty()) {
        removed.add(one.id());
      } else {
        put.add(rest);
      }
      boolean told =
          back.removed().stream().noneMatch(id -> now.find(Notice.class, id).isPresent());
      if (told) {
        put.add(withdrawn(one));
      }
    }
    return new LedgerChange(back.ledger(), back.rep(), back.turn(), back.place(), put, removed);
  }

  private static boolean isChanged(LedgerChange back, String id) {
    return back.removed().contains(id)
        || back.put().stream().anyMatch(entry -> entry.id().equals(id));
  }

  private Notice withdrawn(Performance one) {
    Instant now = draft.in().now();
    return new Notice(
        Ids.of(draft.turn() + one.rep(), 0),
        "target.withdrawn",
        List.of(
            new Notice.Word("name", String.valueOf(one.setBy())),
            new Notice.Word("month", one.month()),
            new Notice.Word("target", String.valueOf(one.floor()))),
        now,
        now);
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
