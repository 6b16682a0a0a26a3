package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Reminders;
import dev.zhaoshang.domain.Awaited;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Timely;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn in which something fell due. It leaves the rep alone in quiet hours and in the middle of a
 * form; whatever happens, the entry is not due any more afterwards, or it would be for ever.
 */
final class DueTurn {

  /** What is told so much after its time says so. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /** How long it takes to get somewhere. */
  private static final Duration WAY = Duration.ofMinutes(40);

  private final Draft draft;
  private final Flows flows;

  DueTurn(Draft draft, Flows flows) {
    this.draft = draft;
    this.flows = flows;
  }

  void handle() {
    Ledger.Key key = draft.in().entry().body().key();
    Instant now = draft.in().now();
    Optional<LedgerEntry> due =
        draft
            .ledger(key.ledger())
            .entry(key.entry())
            .filter(entry -> entry.due() != null && !entry.due().isAfter(heard()));
    if (due.isEmpty()) {
      return;
    }
    if (draft.in().entry().body().isRepeated()
        && due.get() instanceof Routine routine
        && isTold(routine)) {
      pass(routine);
      return;
    }
    boolean put = due.get() instanceof Timely timely && putOff(key.ledger(), timely, now);
    if (!put) {
      tell(key.ledger(), due.get(), now);
    }
  }

  /** It was due when it was handed in, though the clock may have been set back since. */
  private Instant heard() {
    Instant received = draft.in().entry().receivedAt();
    return received.isAfter(draft.in().now()) ? received : draft.in().now();
  }

  /**
   * Whether something that comes again by the clock was told already. What the rep asked for anew
   * is told anew, and so is all that only stands in the ledger until it is told.
   */
  private static boolean isTold(Routine routine) {
    return switch (routine.sort()) {
      case AGAIN -> false;
      case NUDGE, CONTACT -> true;
      default -> routine.told() == null || routine.isTold();
    };
  }

  private void pass(Routine routine) {
    Routines routines = new Routines(draft);
    routines.replan(routine.sort());
    if (routine.sort() == Routine.Kind.CONTACT) {
      routines.watchTrip();
    }
  }

  /** A turn that could not be decided must not leave the entry due. */
  void giveUp() {
    Ledger.Key key = draft.in().entry().body().key();
    draft
        .ledger(key.ledger())
        .entry(key.entry())
        .ifPresent(entry -> draft.change(key.ledger(), List.of(), List.of(entry.id())));
  }

  /** Whether this is no time to tell of it; it is put off then, or dropped when it passes. */
  private boolean putOff(String ledger, Timely timely, Instant now) {
    Rhythm rhythm = draft.rhythm();
    if (draft.in().snapshot().speaker() == null) {
      new AbsenceFlow(draft).stop();
      return true;
    }
    if (timely instanceof Routine routine && hasPassed(routine, rhythm, now)) {
      new Routines(draft).replan(routine.sort());
      return true;
    }
    if (rhythm.isQuiet(now)) {
      draft.put(ledger, timely.later(new Routines(draft).planner().quietUntil(now)));
      return true;
    }
    Optional<Instant> back = backFrom(timely, rhythm, now);
    if (back.isPresent()) {
      draft.put(ledger, timely.later(back.get()));
      return true;
    }
    if (isBusy(now) && now.isBefore(waitsUntil(timely))) {
      draft.put(ledger, timely.later(now.plus(reminders().busy())));
      return true;
    }
    return false;
  }

  /** Who has to leave for an appointment is told in time, whatever he is at. */
  private Instant waitsUntil(Timely timely) {
    return timely instanceof FollowUp one && one.isAppointment()
        ? one.at().minus(WAY)
        : timely.planned().plus(reminders().patience());
  }

  /**
   * When the rep is back, for something to do on a day, which waits for the first day that is
   * worked; what was told with its hour comes at its hour.
   */
  private Optional<Instant> backFrom(Timely timely, Rhythm rhythm, Instant now) {
    if (!(timely instanceof FollowUp one) || !one.isForDay()) {
      return Optional.empty();
    }
    Routines routines = new Routines(draft);
    LocalDate today = rhythm.date(now);
    LocalDate back = routines.workedFrom(today);
    return back.equals(today)
        ? Optional.empty()
        : Optional.of(routines.planner().at(back, rhythm.brief()));
  }

  /** A brief or a question about the day is not made up for when the day is over. */
  private static boolean hasPassed(Routine routine, Rhythm rhythm, Instant now) {
    boolean over = rhythm.isQuiet(now) || rhythm.date(now).isAfter(routine.date());
    return routine.sort().isPassing() && over;
  }

  /** Whether the rep is answering the questions of a form just now. */
  private boolean isBusy(Instant now) {
    Instant spoke = draft.in().session().spokeAt();
    return draft.asked() != null && spoke != null && now.isBefore(spoke.plus(reminders().busy()));
  }

  private Reminders reminders() {
    return draft.content().reminders();
  }

  /** Whether nobody was there to tell in time, or the quiet hours held it. */
  private boolean isLate(LedgerEntry entry, Instant now) {
    Instant due = entry.due();
    if (due == null) {
      return false;
    }
    boolean held =
        entry instanceof Timely timely
            && timely.planned().isBefore(due.minus(LATE))
            && new Routines(draft).planner().isEndOfQuiet(due);
    return held || now.isAfter(due.plus(LATE));
  }

  private void tell(String ledger, LedgerEntry entry, Instant now) {
    boolean late = isLate(entry, now);
    if (entry instanceof Notice notice) {
      Map<String, String> words = new HashMap<>();
      notice.words().forEach(word -> words.put(word.name(), word.text()));
      draft.say(notice.reply(), words);
      draft.change(ledger, List.of(), List.of(notice.id()));
    } else if (entry instanceof Routine routine && routine.sort() == Routine.Kind.LOOK) {
      new Routines(draft).replan(Routine.Kind.LOOK);
    } else if (entry instanceof Awaited awaited) {
      draft.say(awaited.reply(), Map.of());
      draft.change(ledger, List.of(), List.of(awaited.id()));
    } else if (!flows.due(entry, late)) {
      giveUp();
    }
  }
}
