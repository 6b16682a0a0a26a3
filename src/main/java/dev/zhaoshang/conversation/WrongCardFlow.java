package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Objection;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.CardShown;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Uncovered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way out of a card that answers something else than was meant: the next likely ones, or none.
 * What was recorded of the wrong one is taken back, and the words are kept for superiors, who can
 * teach them.
 */
final class WrongCardFlow implements Flow {

  private static final int OFFERED = 3;

  /** Stands for no objection among the arguments of a button. */
  private static final String NONE = "none";

  private final Draft draft;
  private final CoachingRecord record;

  WrongCardFlow(Draft draft) {
    this.draft = draft;
    this.record = new CoachingRecord(draft);
  }

  /** The button under a card that was guessed; it knows what was likely next. */
  static Button button(Draft draft, String id, Meaning meaning) {
    String next =
        meaning.ranked().stream()
            .map(Meaning.Scored::objection)
            .filter(one -> !one.equals(id) && Objection.IDS.contains(one))
            .limit(OFFERED)
            .map(one -> String.valueOf(Objection.IDS.indexOf(one)))
            .collect(Collectors.joining());
    return new Button(
        draft.text("button.wrong", Map.of()),
        Buttons.data(Buttons.WRONG, id, next, CardShown.who(draft.distributor())));
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    String subject = draft.position().subject();
    if (command != Command.WRONG_CARD) {
      return false;
    }
    if (draft.position().state().equals(States.CHOOSING)) {
      return noneOfThese(Objects.requireNonNullElse(subject, ""));
    }
    if (subject == null || !draft.position().state().equals(States.COACHING)) {
      return false;
    }
    return wrong(Buttons.parts(subject).get(0), "", CardShown.who(draft.distributor()));
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    return switch (verb) {
      case Buttons.WRONG ->
          arguments.size() == 3
              && arguments.get(1).matches("[0-7]{0,3}")
              && wrong(arguments.get(0), arguments.get(1), arguments.get(2));
      case Buttons.MEANT -> meant(arguments);
      default -> false;
    };
  }

  /** None of those offered: of words that a wrong card answered it is on record already. */
  private boolean noneOfThese(String words) {
    boolean kept =
        draft.ledger(Uncovered.LEDGER).all(Uncovered.class).stream()
            .anyMatch(
                one ->
                    one.rep().equals(draft.in().session().rep())
                        && one.shown() != null
                        && one.words().equals(words));
    if (kept) {
      draft.up();
      new UncoveredFlow(draft).principle();
      return true;
    }
    return new UncoveredFlow(draft).button(Buttons.NONE, List.of());
  }

  /** Takes the card back and offers others; false when none was shown on typed words. */
  private boolean wrong(String objection, String likely, String who) {
    Optional<CardShown> shown = record.shown(objection, who);
    String words = shown.map(CardShown::words).orElse("");
    if (shown.isEmpty() || words == null || words.isEmpty()) {
      return false;
    }
    record.takeBack(shown.get());
    Uncovered kept =
        new Uncovered(
            Ids.of(draft.turn() + "#wrong", 0),
            draft.in().session().rep(),
            shown.get().distributor(),
            draft.in().now(),
            words,
            objection,
            null);
    draft.put(Uncovered.LEDGER, kept);
    if (draft.position().state().equals(States.COACHING)) {
      draft.up();
    }
    draft.interrupt(States.CHOOSING, words);
    List<Button> buttons = new ArrayList<>();
    others(objection, likely).forEach(card -> buttons.add(choice(card, kept)));
    buttons.add(new Button(draft.text("button.none", Map.of()), Buttons.data(Buttons.MEANT, NONE)));
    draft.reply(new Reply("which.wrong", draft.text("which.wrong", Map.of()), null, null, buttons));
    return true;
  }

  /** The likely ones; all others when it is not known which those are. */
  private List<Objection> others(String objection, String likely) {
    if (likely.isEmpty()) {
      return draft.content().cards().stream().filter(card -> !card.id().equals(objection)).toList();
    }
    return likely
        .chars()
        .mapToObj(digit -> Objection.IDS.get(Character.digit(digit, 10)))
        .flatMap(id -> draft.content().objection(id).stream())
        .toList();
  }

  private Button choice(Objection card, Uncovered kept) {
    return new Button(
        card.title().in(draft.language()), Buttons.data(Buttons.MEANT, card.id(), kept.id()));
  }

  private boolean meant(List<String> arguments) {
    String words = draft.position().subject();
    if (!draft.position().state().equals(States.CHOOSING) || words == null) {
      return false;
    }
    if (arguments.equals(List.of(NONE))) {
      draft.up();
      new UncoveredFlow(draft).principle();
      return true;
    }
    if (arguments.size() != 2 || draft.content().objection(arguments.get(0)).isEmpty()) {
      return false;
    }
    draft
        .ledger(Uncovered.LEDGER)
        .find(Uncovered.class, arguments.get(1))
        .filter(kept -> Objects.equals(kept.rep(), draft.in().session().rep()))
        .ifPresent(kept -> draft.put(Uncovered.LEDGER, kept.meaning(arguments.get(0))));
    new CoachingFlow(draft).show(arguments.get(0), null, words, null);
    return true;
  }
}
