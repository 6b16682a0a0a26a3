package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Routine.Kind;
import dev.zhaoshang.understanding.rhythm.ReportWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rep's report of a day: asked in the evening, or whenever the rep wants to give it. */
final class CheckinFlow implements Flow {

  /** Id of the form that it fills. */
  static final String FORM = "checkin";

  private static final ReportWords WORDS = ReportWords.load();

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
    // "change tomorrow's plan to Wuxi" reads as something to do tomorrow as well
    if (command == Command.CHANGE || command == Command.FOLLOW_UP) {
      return edit();
    }
    if (command != Command.CHECKIN) {
      return false;
    }
    Optional<LocalDate> day = new MissedDay(draft).wanted(meaning.argument());
    if (!meaning.fields().isEmpty() && day.isPresent() && take(day.get())) {
      new TextTurn(draft, asking).record(meaning);
    } else {
      day.ifPresent(this::start);
    }
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

  /** Changes a value of the check-in that was sent last. */
  private boolean edit() {
    CheckinEdit edit = new CheckinEdit(draft);
    Optional<Form> form = draft.content().form(FORM);
    Optional<Day> day = edit.day();
    Optional<Found> found =
        day.isEmpty()
            ? Optional.empty()
            : form.flatMap(f -> edit.read(draft.in().entry().body().text(), f));
    if (found.isEmpty() || !take(day.get().date())) {
      return false;
    }
    new IntakeFlow(draft, asking).take(List.of(found.get()), Intent.CORRECT);
    return filled(draft.form());
  }

  /**
   * "Later" in answer to a question of the check-in puts all of it off; a line after it may make up
   * for a day, or change a value.
   */
  @Override
  public boolean text(Meaning meaning) {
    String text = draft.in().entry().body().text();
    Optional<String> missed = WORDS.missed(text);
    if (missed.isPresent()) {
      new MissedDay(draft).wanted(missed.get()).ifPresent(this::start);
      return true;
    }
    if (meaning.fired().isEmpty() && edit()) {
      return true;
    }
    Ledger.Key about = draft.position().about();
    boolean later =
        WORDS.isLater(text)
            || (meaning.intent() == Intent.SKIP && meaning.skip() == FactState.SKIPPED);
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
    new Promises(draft).ofDay(day.get());
    show(again ? "checkin.changed" : "checkin.done");
    return true;
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
