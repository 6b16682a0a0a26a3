package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.understanding.rhythm.ReportWords;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts a check-in or a reminder off by typed words, as its buttons do. */
final class PutOffFlow implements Flow {

  private static final ReportWords WORDS = ReportWords.load();

  /** So long after its time a reminder is what "later" is said of. */
  private static final Duration FRESH = Duration.ofHours(2);

  private final Draft draft;
  private final Asking asking;
  private final Rhythm rhythm;

  PutOffFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
    this.rhythm = draft.rhythm();
  }

  @Override
  public boolean text(Meaning meaning) {
    boolean free = List.of(States.IDLE, States.REVIEW).contains(draft.position().state());
    if (!free && !moving() && !CheckinFlow.FORM.equals(draft.position().form())) {
      return false;
    }
    String text = draft.in().entry().body().text();
    Optional<When> when = WORDS.until(text, draft.in().now().atZone(rhythm.zone()));
    Optional<LocalDate> day = when.isPresent() ? day() : Optional.empty();
    if (day.isPresent()) {
      new Snooze(draft).until(day.get(), at(when.get()));
      return true;
    }
    Optional<LocalDate> offered = moving() && WORDS.isLater(text) ? day() : Optional.empty();
    if (offered.isPresent()) {
      draft.back();
      new Snooze(draft).offer(offered.get().toString());
      return true;
    }
    return free && (when.isPresent() || WORDS.isLater(text)) && remind(when, text);
  }

  /** The day whose check-in is asked for just now, or was put off to a time that is still open. */
  private Optional<LocalDate> day() {
    if (moving()) {
      String subject = Objects.requireNonNullElse(draft.position().subject(), "");
      return new MissedDay(draft).of(subject);
    }
    boolean asked = CheckinFlow.FORM.equals(draft.position().form()) && draft.asked() != null;
    // A time may be the answer where words are asked for.
    boolean words =
        asking.pending().stream()
            .flatMap(question -> question.fields().stream())
            .anyMatch(field -> field.type() == FieldType.NOTES);
    Ledger.Key about = draft.position().about();
    return asked && !words && about != null
        ? new MissedDay(draft).of(about.entry())
        : Optional.empty();
  }

  private boolean moving() {
    return draft.position().state().equals(States.MOVING);
  }

  private Instant at(When when) {
    boolean dayOnly = when.time() == null && when.isOneDay();
    boolean today = when.from().equals(rhythm.date(draft.in().now()));
    boolean wholeDay = when.part() == null || when.part().end().getHour() <= Snooze.NOON;
    return dayOnly && wholeDay && !today && when.exact() == null
        ? new Routines(draft).planner().at(when.from(), rhythm.brief())
        : when.due(rhythm.zone(), rhythm.checkin());
  }

  /** Reminds again of what the rep was reminded of last. */
  private boolean remind(Optional<When> when, String text) {
    Instant now = draft.in().now();
    List<FollowUp> told =
        draft.own().all(FollowUp.class).stream()
            .filter(one -> one.isOpen() && one.remindAt() == null)
            .filter(one -> one.at().isAfter(now.minus(FRESH)))
            .sorted(Comparator.comparing(FollowUp::at))
            .toList();
    Optional<FollowUp> last =
        told.stream()
            .filter(one -> !one.at().isAfter(now))
            .reduce((first, second) -> second)
            .or(() -> told.stream().findFirst());
    if (last.isEmpty()) {
      return false;
    }
    FollowUpChanges changes = new FollowUpChanges(draft);
    boolean sameDay = when.filter(w -> rhythm.date(at(w)).equals(rhythm.date(now))).isPresent();
    if (when.isEmpty()) {
      changes.askWhen(last.get());
    } else if (sameDay) {
      changes.remindAgain(last.get(), at(when.get()));
    } else {
      changes.move(
          last.get(), draft.in().times().read(text, now.atZone(rhythm.zone()), Facing.AHEAD), text);
    }
    return true;
  }
}
