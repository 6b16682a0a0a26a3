package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Objection;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers objections in the middle of anything, and leaves the pending question pending. The state
 * keeps which card is shown and which other objection waits: {@code <objection>:<number of the
 * other>}.
 */
final class CoachingFlow implements Flow {

  private final Draft draft;
  private final CoachingRecord record;

  CoachingFlow(Draft draft) {
    this.draft = draft;
    this.record = new CoachingRecord(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command == Command.OBJECTION) {
      find(Objects.requireNonNullElse(meaning.argument(), "").strip());
      return true;
    }
    return switch (command) {
      case ANOTHER, MORE, EVIDENCE -> shownCard().map(card -> act(command, card)).orElse(false);
      default -> false;
    };
  }

  private boolean act(Command command, List<String> card) {
    switch (command) {
      case ANOTHER -> show(card.get(0), other(card), null);
      case MORE -> more(card.get(0), other(card));
      default -> evidence(card.get(0), other(card));
    }
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!List.of(Buttons.CARD, Buttons.WAY, Buttons.MORE, Buttons.EVIDENCE).contains(verb)) {
      return false;
    }
    boolean known =
        arguments.size() <= 2
            && draft.content().objection(arguments.get(0)).isPresent()
            && arguments.stream().skip(1).allMatch(one -> one.matches("[0-7]"));
    if (!known) {
      return false;
    }
    String id = arguments.get(0);
    switch (verb) {
      case Buttons.CARD -> show(id, other(arguments), "");
      case Buttons.WAY -> show(id, other(arguments), null);
      case Buttons.MORE -> more(id, other(arguments));
      default -> evidence(id, other(arguments));
    }
    return true;
  }

  /** Shows the card of the first objection; the second, if there is one, is a tap away. */
  void card(Meaning meaning) {
    List<String> objections = meaning.fired();
    String id = objections.get(0);
    String other = objections.size() > 1 ? objections.get(1) : null;
    show(id, other, draft.in().entry().body().text(), WrongCardFlow.button(draft, id, meaning));
  }

  private void show(String id, @Nullable String other, @Nullable String words) {
    show(id, other, words, null);
  }

  /**
   * Shows a card.
   *
   * @param wrong the way out of one that was guessed, in the place of the way back to the question,
   *     which is said below it anyway; null for one that was chosen
   */
  void show(String id, @Nullable String other, @Nullable String words, @Nullable Button wrong) {
    Objection objection = draft.content().objection(id).orElse(null);
    if (objection == null) {
      list();
      return;
    }
    Objection.Answer answer = record.next(objection, words);
    draft.interrupt(States.COACHING, subject(id, other));
    String text = answer.say().in(draft.language()) + "\n" + answer.ask().in(draft.language());
    List<Button> buttons = new ArrayList<>();
    buttons.add(button("button.more", Buttons.MORE, id, other));
    buttons.add(button("button.way", Buttons.WAY, id, other));
    Optional<Objection> second = Optional.ofNullable(other).flatMap(draft.content()::objection);
    second.ifPresentOrElse(
        waiting ->
            buttons.add(
                new Button(
                    waiting.title().in(draft.language()), data(Buttons.CARD, waiting.id(), id))),
        () -> buttons.add(button("button.evidence", Buttons.EVIDENCE, id, null)));
    if (wrong == null) {
      back(buttons);
    } else {
      buttons.add(wrong);
    }
    draft.reply(new Reply("card." + id, text, null, id, buttons));
  }

  /** Unfolds a card: why, what not to do, an example, what comes next. */
  private void more(String id, @Nullable String other) {
    Objection objection = draft.content().objection(id).orElse(null);
    if (objection == null) {
      list();
      return;
    }
    var language = draft.language();
    List<String> lines = new ArrayList<>();
    lines.add(draft.text("more.reasons", Map.of()));
    objection.reasons().forEach(reason -> lines.add("· " + reason.in(language)));
    lines.add(draft.text("more.avoid", Map.of()));
    objection.avoid().forEach(avoid -> lines.add("· " + avoid.in(language)));
    lines.add(draft.text("more.example", Map.of("text", objection.example().in(language))));
    lines.add(draft.text("more.next", Map.of("text", objection.next().in(language))));
    List<Button> buttons = new ArrayList<>();
    buttons.add(button("button.way", Buttons.WAY, id, other));
    buttons.add(button("button.evidence", Buttons.EVIDENCE, id, other));
    back(buttons);
    draft.reply(new Reply("more." + id, String.join("\n", lines), null, id, buttons));
  }

  /** The facts behind a card, as far as they are known and may be told. */
  private void evidence(String id, @Nullable String other) {
    Objection objection = draft.content().objection(id).orElse(null);
    if (objection == null) {
      list();
      return;
    }
    List<Button> buttons = new ArrayList<>();
    buttons.add(button("button.way", Buttons.WAY, id, other));
    buttons.add(button("button.more", Buttons.MORE, id, other));
    if (objection.evidence().contains("margins")) {
      buttons.add(
          new Button(
              draft.text("button.profit", Map.of()), Buttons.data(Buttons.COMMAND, "profit")));
    }
    back(buttons);
    String text = String.join("\n", new Evidence(draft).lines(objection.evidence()));
    draft.reply(new Reply("evidence." + id, text, null, id, buttons));
  }

  /** The card that the words name: by its id, its title, or the way customers put it. */
  private void find(String words) {
    List<Objection> cards = draft.content().cards();
    List<Objection> found = words.isEmpty() ? List.of() : CardSearch.find(cards, words);
    if (found.isEmpty()) {
      list();
    } else if (found.size() == 1) {
      show(found.get(0).id(), null, "");
    } else {
      choose(found, words);
    }
  }

  /** Lists all objections as buttons. */
  void list() {
    List<Button> buttons = draft.content().cards().stream().map(this::choice).toList();
    draft.reply(new Reply("objections", draft.text("objections", Map.of()), null, null, buttons));
  }

  /** Whether an objection is likely enough to ask which one it is. */
  boolean mayBeMeant(Meaning meaning) {
    return !meaning.ranked().isEmpty() && meaning.ranked().get(0).score() >= draft.in().unsure();
  }

  /** The objection that a text may raise beside what it tells, a tap away. */
  Button[] perhaps(Meaning meaning) {
    return meaning.ranked().stream()
        .limit(mayBeMeant(meaning) ? 1 : 0)
        .flatMap(scored -> draft.content().objection(scored.objection()).stream())
        .map(this::choice)
        .toArray(Button[]::new);
  }

  /** Asks which of the likeliest objections was meant. */
  void which(List<Meaning.Scored> ranked) {
    choose(
        ranked.stream()
            .limit(3)
            .flatMap(scored -> draft.content().objection(scored.objection()).stream())
            .toList(),
        draft.in().entry().body().text());
  }

  private void choose(List<Objection> some, String words) {
    draft.interrupt(States.CHOOSING, words);
    List<Button> buttons = new ArrayList<>();
    some.forEach(objection -> buttons.add(choice(objection)));
    buttons.add(new Button(draft.text("button.none", Map.of()), Buttons.NONE));
    draft.reply(new Reply("which", draft.text("which", Map.of()), null, null, buttons));
  }

  private Button choice(Objection objection) {
    return new Button(
        objection.title().in(draft.language()), Buttons.data(Buttons.CARD, objection.id()));
  }

  private Button button(String label, String verb, String id, @Nullable String other) {
    return new Button(draft.text(label, Map.of()), data(verb, id, other));
  }

  private static String data(String verb, String id, @Nullable String other) {
    return other == null || !Objection.IDS.contains(other)
        ? Buttons.data(verb, id)
        : Buttons.data(verb, id, String.valueOf(Objection.IDS.indexOf(other)));
  }

  private void back(List<Button> buttons) {
    if (draft.asked() != null) {
      buttons.add(
          new Button(draft.text("button.back", Map.of()), Buttons.data(Buttons.COMMAND, "back")));
    }
  }

  private static String subject(String id, @Nullable String other) {
    return other == null || !Objection.IDS.contains(other)
        ? id
        : id + ":" + Objection.IDS.indexOf(other);
  }

  private static @Nullable String other(List<String> card) {
    return card.size() < 2 ? null : Objection.IDS.get(Integer.parseInt(card.get(1)));
  }

  /** The objection whose card is shown, and the one that waits, if that is where the rep is. */
  private Optional<List<String>> shownCard() {
    String subject = draft.position().subject();
    return draft.position().state().equals(States.COACHING) && subject != null
        ? Optional.of(Buttons.parts(subject))
        : Optional.empty();
  }
}
