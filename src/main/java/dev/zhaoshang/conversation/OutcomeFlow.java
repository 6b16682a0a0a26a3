package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Objection;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.CardOutcome;
import dev.zhaoshang.domain.CardShown;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Rhythm;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** After the call: how the card went, by one tap, and the follow-up that it implies, by another. */
final class OutcomeFlow implements Flow {

  /** Later than this nobody remembers how a sentence went. */
  private static final Duration FRESH = Duration.ofHours(12);

  /** When a call is over. */
  private static final Set<Command> ENDS =
      Set.of(Command.DONE, Command.NEW, Command.SWITCH, Command.CANCEL);

  private static final LocalTime MORNING = LocalTime.of(9, 40);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

  private final Draft draft;
  private final CoachingRecord record;
  private final Rhythm rhythm;

  OutcomeFlow(Draft draft) {
    this.draft = draft;
    this.rhythm = draft.rhythm();
    this.record = new CoachingRecord(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.OUTCOME) {
      return false;
    }
    if (!ask()) {
      draft.say("outcome.nothing", Map.of());
    }
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (verb.equals(Buttons.OUTCOME) && arguments.size() == 3) {
      Optional<CardShown> shown = record.shown(arguments.get(0), arguments.get(2));
      return shown.isPresent()
          && outcome(arguments.get(1)).map(told -> tell(shown.get(), told)).orElse(false);
    }
    return verb.equals(Buttons.FOLLOW)
        && arguments.size() == 2
        && record.shown(arguments.get(0), arguments.get(1)).map(this::follow).orElse(false);
  }

  /** Asks how the last card went when the call is over, if one was shown. */
  void after(Command command) {
    if (ENDS.contains(command)) {
      ask();
    }
  }

  private boolean ask() {
    Optional<CardShown> shown = record.unrated(FRESH).stream().findFirst();
    Optional<Objection> card = shown.flatMap(one -> draft.content().objection(one.objection()));
    if (shown.isEmpty() || card.isEmpty()) {
      return false;
    }
    Optional<Objection.Answer> answer =
        card.get().answers().stream()
            .filter(one -> one.id().equals(shown.get().latest()))
            .findFirst();
    if (answer.isEmpty()) {
      return false;
    }
    String who = CardShown.who(shown.get().distributor());
    List<Button> buttons =
        Stream.of(CardOutcome.values())
            .map(
                outcome ->
                    new Button(
                        label(outcome),
                        Buttons.data(Buttons.OUTCOME, card.get().id(), name(outcome), who)))
            .toList();
    draft.say(
        "outcome",
        Map.of(
            "title", card.get().title().in(draft.language()),
            "say", answer.get().say().in(draft.language())),
        buttons.toArray(Button[]::new));
    return true;
  }

  private boolean tell(CardShown shown, CardOutcome outcome) {
    record.rate(shown, outcome);
    List<Button> buttons = new ArrayList<>();
    String offer = "";
    Optional<Objection.FollowUp> next = next(shown.objection());
    if (next.isPresent() && shown.distributor() != null) {
      Map<String, String> values =
          Map.of(
              "date", DAY.format(day(next.get())),
              "what", next.get().what().in(draft.language()));
      offer = "\n" + draft.text("outcome.next", values);
      buttons.add(
          new Button(
              draft.text("button.follow", values),
              Buttons.data(Buttons.FOLLOW, shown.objection(), CardShown.who(shown.distributor()))));
    }
    draft.say(
        outcome.isSuccess() ? "outcome.noted" : "outcome.noted.lost",
        Map.of("outcome", label(outcome), "next", offer),
        buttons.toArray(Button[]::new));
    ask();
    return true;
  }

  private boolean follow(CardShown shown) {
    Optional<Objection.FollowUp> next = next(shown.objection());
    if (next.isEmpty() || shown.distributor() == null) {
      return false;
    }
    String ledger = Ledger.ofRep(draft.in().session().rep());
    String id =
        Ids.of("follow:" + Objects.requireNonNullElse(shown.raised(), shown.objection()), 0);
    String what = next.get().what().in(draft.language());
    LocalDate day = day(next.get());
    boolean there = draft.ledger(ledger).find(FollowUp.class, id).isPresent();
    if (!there) {
      draft.put(
          ledger,
          FollowUp.open(
              id,
              shown.distributor(),
              what,
              day.atTime(MORNING).atZone(rhythm.zone()).toInstant(),
              rhythm.zone().getId()));
    }
    draft.say(
        there ? "follow.there" : "follow.noted", Map.of("date", DAY.format(day), "what", what));
    return true;
  }

  private Optional<Objection.FollowUp> next(String objection) {
    return draft.content().objection(objection).map(Objection::followUp);
  }

  /** The day of the follow-up: one that the rep works, by the calendar and the rep's leave. */
  private LocalDate day(Objection.FollowUp next) {
    LocalDate day = rhythm.date(draft.in().now()).plusDays(next.days());
    return new Routines(draft).workedFrom(day);
  }

  private String label(CardOutcome outcome) {
    return draft.text("outcome." + name(outcome), Map.of());
  }

  private static String name(CardOutcome outcome) {
    return switch (outcome) {
      case SOFTENED -> "softened";
      case UNCHANGED -> "unchanged";
      case ENDED -> "ended";
      case DEAL_STEP -> "dealStep";
    };
  }

  private static Optional<CardOutcome> outcome(String name) {
    return Stream.of(CardOutcome.values()).filter(one -> name(one).equals(name)).findFirst();
  }
}
