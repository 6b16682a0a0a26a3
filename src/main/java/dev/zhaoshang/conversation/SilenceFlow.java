package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Trip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The second discipline: on a trip, talk to the superior every day. On the morning after a day
 * without, the superior is told, and the rep is reminded.
 */
final class SilenceFlow implements Flow {

  private final Draft draft;

  SilenceFlow(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean due(LedgerEntry entry, boolean late) {
    if (!(entry instanceof Routine routine) || routine.sort() != Routine.Kind.CONTACT) {
      return false;
    }
    Routines routines = new Routines(draft);
    LocalDate day = routine.date();
    routines.drop(Routine.Kind.CONTACT);
    if (isAway(day) && !talked(day)) {
      escalate(day);
    }
    routines.watchTrip();
    return true;
  }

  private boolean isAway(LocalDate day) {
    return draft.own().all(Trip.class).stream().anyMatch(trip -> trip.isUnderWay(day, draft.own()));
  }

  private boolean talked(LocalDate day) {
    return draft
        .own()
        .find(Day.class, day.toString())
        .flatMap(one -> one.text("superiorContact"))
        .filter("yes"::equals)
        .isPresent();
  }

  private void escalate(LocalDate day) {
    Person superior = draft.in().snapshot().superior();
    Person speaker = draft.in().snapshot().speaker();
    Instant now = draft.in().now();
    if (superior != null && speaker != null) {
      List<Notice.Word> words =
          List.of(new Notice.Word("name", speaker.name()), new Notice.Word("day", day.toString()));
      draft.put(
          Ledger.ofRep(superior.id()),
          new Notice(Ids.of(draft.turn(), 0), "contact.escalated", words, now, now));
    }
    if (!Preferences.of(draft.own()).silent()) {
      draft.say("contact.missed", Map.of("day", day.toString()));
    }
  }
}
