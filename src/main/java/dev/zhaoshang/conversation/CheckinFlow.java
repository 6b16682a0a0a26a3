package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Rhythm;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The rep's report of a day: asked in the evening, or whenever the rep wants to give it. */
final class CheckinFlow implements Flow {

  /** Id of the form that it fills. */
  static final String FORM = "checkin";

  private final Draft draft;
  private final Asking asking;

  CheckinFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.CHECKIN) {
      return false;
    }
    start(Rhythm.of(draft.own()).date(draft.in().now()));
    return true;
  }

  /** Begins a day's report, or goes on with it; one that is done is shown. */
  void start(LocalDate date) {
    if (!take(date)) {
      return;
    }
    asking.advance(null);
    if (asking.pending().isEmpty()) {
      show("checkin.shown");
    }
  }

  /** Takes up the form about that day; false when the content has no such form. */
  private boolean take(LocalDate date) {
    if (draft.content().form(FORM).isEmpty()) {
      draft.say("lost", Map.of());
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
    show(again ? "checkin.changed" : "checkin.done");
    return true;
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
