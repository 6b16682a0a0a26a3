package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Objection;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers objections in the middle of anything, and leaves the pending question pending. */
final class CoachingFlow {

  private final Draft draft;

  CoachingFlow(Draft draft) {
    this.draft = draft;
  }

  /** Shows the card of the first objection; the second, if there is one, is a tap away. */
  void card(List<String> objections) {
    String first = objections.get(0);
    card(first, nextVariant(first), objections.size() > 1 ? objections.get(1) : null);
  }

  /** Shows one answer of a card. */
  void card(String id, int variant, @Nullable String second) {
    Objection objection = draft.content().objections().get(id);
    if (objection == null) {
      list();
      return;
    }
    int n = Math.floorMod(variant, objection.answers().size());
    draft.interrupt(States.COACHING, id + ":" + n);
    Objection.Answer answer = objection.answers().get(n);
    String text = answer.say().in(draft.language()) + "\n" + answer.ask().in(draft.language());
    draft.reply(new Reply("card." + id, text, null, id, buttons(objection, n, second)));
  }

  /** Unfolds a card: why, what not to do, an example, what comes next. */
  void more(String id) {
    Objection objection = draft.content().objections().get(id);
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
    draft.reply(
        new Reply(
            "more." + id, String.join("\n", lines), null, id, List.of(way(id, nextVariant(id)))));
  }

  /** Lists all objections as buttons. */
  void list() {
    List<Button> buttons =
        draft.content().objections().values().stream().map(this::choice).toList();
    draft.reply(new Reply("objections", draft.text("objections", Map.of()), null, null, buttons));
  }

  /** Asks which of the likeliest objections was meant. */
  void which(List<Meaning.Scored> ranked) {
    draft.interrupt(States.CHOOSING, "");
    List<Button> buttons = new ArrayList<>();
    ranked.stream()
        .limit(3)
        .flatMap(scored -> draft.content().objection(scored.objection()).stream())
        .forEach(objection -> buttons.add(choice(objection)));
    buttons.add(
        new Button(draft.text("button.none", Map.of()), Buttons.data(Buttons.COMMAND, "back")));
    draft.reply(new Reply("which", draft.text("which", Map.of()), null, null, buttons));
  }

  private Button choice(Objection objection) {
    return new Button(
        objection.title().in(draft.language()), Buttons.data(Buttons.CARD, objection.id(), "0"));
  }

  private List<Button> buttons(Objection objection, int n, @Nullable String second) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(
        new Button(
            draft.text("button.more", Map.of()), Buttons.data(Buttons.MORE, objection.id())));
    buttons.add(way(objection.id(), n + 1));
    if (second != null) {
      draft.content().objection(second).ifPresent(other -> buttons.add(choice(other)));
    }
    if (draft.asked() != null) {
      buttons.add(
          new Button(draft.text("button.back", Map.of()), Buttons.data(Buttons.COMMAND, "back")));
    }
    return buttons;
  }

  private Button way(String id, int variant) {
    return new Button(
        draft.text("button.way", Map.of()),
        Buttons.data(Buttons.CARD, id, String.valueOf(variant)));
  }

  /** The same objection again gets the next answer of its card. */
  private int nextVariant(String id) {
    String subject = draft.position().subject();
    if (subject == null || !subject.startsWith(id + ":")) {
      return 0;
    }
    return Integer.parseInt(subject.substring(id.length() + 1)) + 1;
  }
}
