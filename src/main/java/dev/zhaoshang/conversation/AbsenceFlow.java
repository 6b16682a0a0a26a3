package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Timely;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Somebody has blocked us or left: reminders stop, and the superior is told. */
final class AbsenceFlow {

  /** What else is to be told waits for the return. */
  private static final Duration WAIT = Duration.ofDays(30);

  private final Draft draft;

  AbsenceFlow(Draft draft) {
    this.draft = draft;
  }

  /** Stops, and tells the superior the first time. */
  void gone() {
    boolean reminded = !draft.own().all(Routine.class).isEmpty();
    stop();
    Person superior = draft.in().snapshot().superior();
    Person speaker = draft.in().snapshot().speaker();
    if (reminded && superior != null && speaker != null) {
      Instant now = draft.in().now();
      List<Notice.Word> words = List.of(new Notice.Word("name", speaker.name()));
      draft.put(
          Ledger.ofRep(superior.id()),
          new Notice(Ids.of(draft.turn(), 0), "team.gone", words, now, now));
    }
  }

  /** Takes away what recurs, which begins again when the person speaks, and puts off the rest. */
  void stop() {
    Instant now = draft.in().now();
    List<LedgerEntry> later = new ArrayList<>();
    List<String> stopped = new ArrayList<>();
    for (LedgerEntry entry : draft.own().entries()) {
      if (entry instanceof Routine routine) {
        stopped.add(routine.id());
      } else if (entry instanceof Timely timely && entry.due() != null) {
        later.add(timely.later(now.plus(WAIT)));
      }
    }
    draft.change(draft.own().id(), later, stopped);
  }
}
