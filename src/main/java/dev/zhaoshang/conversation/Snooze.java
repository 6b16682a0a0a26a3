package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Routine.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a check-in off: for half an hour, an hour, or until the next morning. */
final class Snooze {

  private static final String MORNING = "morning";
  private static final String ASK = "ask";

  /** Hour of the day before which it is morning. */
  static final int NOON = 12;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  private final Draft draft;

  Snooze(Draft draft) {
    this.draft = draft;
  }

  /** The button that offers it. */
  Button button(String date) {
    return choice(date, ASK);
  }

  /** Leaves the question and offers when to ask again. */
  void offer(String date) {
    draft.move(Signal.leave(), null, null);
    Button[] choices =
        List.of("30", "60", MORNING).stream()
            .map(when -> choice(date, when))
            .toArray(Button[]::new);
    // The next text may tell when.
    draft.enter(States.MOVING, date);
    draft.say("checkin.later", Map.of(), choices);
  }

  private Button choice(String date, String when) {
    return new Button(
        draft.text("button.later." + when, Map.of()), Buttons.data(Buttons.LATER, date, when));
  }

  /** Acts on a button; false when it no longer fits. */
  boolean put(String date, String when) {
    Optional<LocalDate> day = new MissedDay(draft).of(date);
    if (day.isEmpty()) {
      return false;
    }
    if (when.equals(ASK)) {
      draft.back();
      offer(date);
      return true;
    }
    until(day.get(), at(when, new Routines(draft)));
    return true;
  }

  /** Asks for that day's check-in again at that time. */
  void until(LocalDate day, Instant wished) {
    Routines routines = new Routines(draft);
    // Nothing is asked in quiet hours: what is said is when it comes.
    Instant at = draft.rhythm().isQuiet(wished) ? routines.planner().quietUntil(wished) : wished;
    draft.back();
    draft.move(Signal.leave(), null, null);
    routines.put(Routine.of(Kind.AGAIN, day, at));
    routines.drop(Kind.NUDGE);
    Rhythm rhythm = draft.rhythm();
    ZonedDateTime then = at.atZone(rhythm.zone());
    LocalDate today = rhythm.date(draft.in().now());
    boolean morning = then.toLocalDate().equals(today.plusDays(1)) && then.getHour() < NOON;
    String time =
        morning || then.toLocalDate().equals(today)
            ? CLOCK.format(then)
            : new Dates(draft, rhythm.zone()).moment(at, rhythm.zone());
    draft.say(morning ? "checkin.morning" : "checkin.again", Map.of("time", time));
  }

  private Instant at(String when, Routines routines) {
    Instant now = draft.in().now();
    if (when.equals(MORNING)) {
      Rhythm rhythm = draft.rhythm();
      return routines.planner().at(rhythm.date(now).plusDays(1), rhythm.brief());
    }
    return now.plus(Duration.ofMinutes(when.equals("60") ? 60 : 30));
  }
}
