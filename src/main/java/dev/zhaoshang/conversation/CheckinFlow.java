package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Routine.Kind;
import dev.zhaoshang.domain.Value;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rep's report of a day: asked in the evening, or whenever the rep wants to give it. */
final class CheckinFlow implements Flow {

  /** Id of the form that it fills. */
  static final String FORM = "checkin";

  private final Draft draft;
  private final Asking asking;
  private final Routines routines;

  CheckinFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
    this.routines = new Routines(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.CHECKIN) {
      return false;
    }
    new MissedDay(draft).wanted(meaning.argument()).ifPresent(this::start);
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    return switch (verb) {
      case Buttons.DAY -> arguments.size() == 1 && missed(arguments.get(0));
      case Buttons.LATER ->
          arguments.size() == 2 && new Snooze(draft).put(arguments.get(0), arguments.get(1));
      default -> false;
    };
  }

  private boolean missed(String date) {
    Optional<LocalDate> day = new MissedDay(draft).of(date);
    day.ifPresent(this::start);
    return day.isPresent();
  }

  /** "Later" in answer to a question of the check-in puts all of it off. */
  @Override
  public boolean text(Meaning meaning) {
    Ledger.Key about = draft.position().about();
    boolean later = meaning.intent() == Intent.SKIP && meaning.skip() == FactState.SKIPPED;
    boolean here = FORM.equals(draft.position().form()) && draft.asked() != null;
    if (!here || !later || about == null) {
      return false;
    }
    new Snooze(draft).offer(about.entry());
    return true;
  }

  @Override
  public boolean due(LedgerEntry entry, boolean late) {
    if (!(entry instanceof Routine routine)) {
      return false;
    }
    switch (routine.sort()) {
      case CHECKIN, AGAIN -> evening(routine, late);
      case NUDGE -> nudge(routine);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void evening(Routine routine, boolean late) {
    routines.replan(routine.sort());
    if (isDone(routine.subject())) {
      return;
    }
    if (routine.sort() == Kind.CHECKIN && !routines.works(routine.date())) {
      return;
    }
    ask(routine.date(), late ? "checkin.late" : "checkin.due");
    routines.put(
        Routine.of(
            Kind.NUDGE,
            routine.date(),
            draft.in().now().plus(draft.content().reminders().nudge())));
  }

  private void nudge(Routine routine) {
    routines.drop(Kind.NUDGE);
    if (!isDone(routine.subject())) {
      ask(routine.date(), "checkin.nudge");
    }
  }

  private void ask(LocalDate date, String replyId) {
    if (!take(date)) {
      return;
    }
    asking.advance(null);
    String lead = draft.text(replyId, Map.of("day", date.toString()));
    if (asking.pending().isPresent()) {
      asking.say(replyId, lead, new Snooze(draft).button(date.toString()));
    }
  }

  private boolean isDone(String date) {
    return day(date).map(day -> day.doneAt() != null).orElse(false);
  }

  /** Begins a day's report, or goes on with it; one that is done is shown. */
  void start(LocalDate date) {
    if (!take(date)) {
      draft.say("lost", Map.of());
      return;
    }
    asking.advance(null);
    if (asking.pending().isEmpty()) {
      show("checkin.shown");
    } else if (!date.equals(draft.rhythm().date(draft.in().now()))) {
      asking.say("checkin.missed", draft.text("checkin.missed", Map.of("day", date.toString())));
    }
  }

  /** Takes up the form about that day; false when the content has no such form. */
  private boolean take(LocalDate date) {
    if (draft.content().form(FORM).isEmpty()) {
      return false;
    }
    if (day(date.toString()).isEmpty()) {
      Day begun = Day.begun(date).with(DayRecords.assumed(draft, date));
      draft.put(draft.own().id(), begun);
    }
    draft.open(FORM, new Ledger.Key(draft.own().id(), date.toString()));
    return true;
  }

  @Override
  public boolean reopen(String subject) {
    Optional<Day> day = day(subject);
    day.ifPresent(
        found -> {
          take(found.date());
          asking.advance(null);
        });
    return day.isPresent();
  }

  @Override
  public boolean filled(Form form) {
    Ledger.Key about = draft.position().about();
    Optional<Day> day = about == null ? Optional.empty() : day(about.entry());
    if (!form.id().equals(FORM) || day.isEmpty()) {
      return false;
    }
    boolean again = day.get().doneAt() != null;
    draft.put(draft.own().id(), day.get().done(draft.in().now()));
    List.of(Kind.NUDGE, Kind.AGAIN).stream()
        .filter(kind -> isAbout(kind, day.get().id()))
        .forEach(routines::drop);
    promises(day.get());
    show(again ? "checkin.changed" : "checkin.done");
    return true;
  }

  /** What was promised that day, with a time, is kept as something to do. */
  private void promises(Day day) {
    Rhythm rhythm = draft.rhythm();
    ZonedDateTime now = draft.in().now().atZone(rhythm.zone());
    ZonedDateTime told =
        day.date().equals(now.toLocalDate())
            ? now
            : day.date().atTime(rhythm.checkin()).atZone(rhythm.zone());
    day.fact("promisesMade")
        .map(Fact::value)
        .filter(Value.Items.class::isInstance)
        .map(value -> ((Value.Items) value).raw())
        .ifPresent(notes -> new Promises(draft).ofReport(day.id(), notes, told));
  }

  private boolean isAbout(Kind kind, String date) {
    return draft
        .own()
        .find(Routine.class, kind.id())
        .map(routine -> routine.subject().equals(date))
        .orElse(false);
  }

  private void show(String replyId) {
    Phrases phrases = new Phrases(draft.content(), draft.language());
    String card =
        Optional.ofNullable(draft.subject()).map(day -> phrases.card(draft.form(), day)).orElse("");
    draft.say(
        replyId,
        Map.of("card", card),
        new Button(draft.text("button.change", Map.of()), Buttons.data(Buttons.COMMAND, "change")));
  }

  private Optional<Day> day(String id) {
    return draft.own().find(Day.class, id);
  }
}
