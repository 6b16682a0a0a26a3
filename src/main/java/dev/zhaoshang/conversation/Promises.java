package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Compliance;
import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.compliance.ComplianceReader;
import dev.zhaoshang.understanding.followup.FollowUpReader;
import dev.zhaoshang.understanding.followup.ToDo;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Promises that are told beside something else: in a line of values, or in a report of the day. One
 * with a time is kept as something to do; one against a rule is not, and is warned of elsewhere.
 */
final class Promises {

  private static final FollowUpReader READER = FollowUpReader.load();

  private final Draft draft;
  private final Rhythm rhythm;
  private final FollowUpView view;

  Promises(Draft draft) {
    this.draft = draft;
    this.rhythm = draft.rhythm();
    this.view = new FollowUpView(draft);
  }

  /** Keeps the promises of a line about the current distributor, and says so. */
  void ofLine(String text) {
    ZonedDateTime now = draft.in().now().atZone(rhythm.zone());
    List<String> promises = READER.promises(text, now);
    for (int i = 0; i < promises.size(); i++) {
      keep(Ids.of(draft.turn() + "#promise", i), promises.get(i), now, draft.distributor());
    }
  }

  /** Keeps what the report of a day promises, with a time; once however often it is given. */
  void ofDay(Day day) {
    ZonedDateTime now = draft.in().now().atZone(rhythm.zone());
    ZonedDateTime told =
        day.date().equals(now.toLocalDate())
            ? now
            : day.date().atTime(rhythm.checkin()).atZone(rhythm.zone());
    day.fact("promisesMade")
        .map(Fact::value)
        .filter(Value.Items.class::isInstance)
        .map(value -> ((Value.Items) value).raw())
        .ifPresent(notes -> notes.forEach(note -> keep(day, note, told)));
  }

  /** Keeps the next step that the card of a visit tells with a time; once a card. */
  void ofVisit(String visit, String words) {
    ZonedDateTime now = draft.in().now().atZone(rhythm.zone());
    toDo(Ids.of("next:" + draft.distributor() + ":" + visit + words, 0), words, now, false)
        .ifPresent(
            one -> {
              draft.put(draft.own().id(), one);
              view.say("followup.kept", one, "", view.undo());
            });
  }

  private void keep(Day day, String note, ZonedDateTime told) {
    String about = About.named(draft, note).map(About::distributor).orElse(null);
    keep(Ids.of("promise:" + day.id() + ":" + note, 0), note, told, about);
  }

  private void keep(String id, String words, ZonedDateTime told, @Nullable String distributor) {
    toDo(id, words, told, true)
        .map(one -> distributor == null ? one : one.of(distributor))
        .ifPresent(
            one -> {
              draft.put(draft.own().id(), one);
              view.say("promise.kept", one, "");
            });
  }

  /** What words with a time tell to do; empty without one, for the known, or against a rule. */
  private Optional<FollowUp> toDo(String id, String words, ZonedDateTime told, boolean promised) {
    Optional<ToDo> toDo = READER.read(words, told);
    boolean there = draft.own().find(FollowUp.class, id).isPresent();
    if (toDo.isEmpty() || toDo.get().times().first().isEmpty() || there || isAgainst(words)) {
      return Optional.empty();
    }
    String about = promised ? null : draft.distributor();
    return Optional.of(
        FollowUpTime.of(
                toDo.get().times().first().get(), new Routines(draft).planner(), draft.in().now())
            .open(id, about, toDo.get().what(), rhythm.zone().getId(), promised));
  }

  private boolean isAgainst(String words) {
    return new ComplianceReader(draft.content().compliance())
        .read(words).stream().anyMatch(hit -> hit.rule().kind() != Compliance.Kind.SAFETY);
  }
}
