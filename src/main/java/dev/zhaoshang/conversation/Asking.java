package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the questions of a form: which comes next, in which words, with which buttons. */
final class Asking {

  private final Draft draft;

  Asking(Draft draft) {
    this.draft = draft;
  }

  /**
   * Moves to the next question without saying it yet, or to the review when all is asked.
   *
   * @param topic aspect that the last answer stayed within; null for none
   */
  void advance(@Nullable String topic) {
    Distributor current = draft.current();
    if (current == null) {
      draft.move(Signal.leave(), null, null);
      return;
    }
    Optional<Question> next = Question.next(draft.form(), current, topic);
    if (next.isPresent()) {
      moveTo(next.get());
    } else {
      draft.move(Signal.review(), draft.form().id(), null);
    }
  }

  /** A question whose field the content no longer has gives way to the next open one. */
  void replaceIfGone() {
    if (draft.asked() != null && pending().isEmpty()) {
      advance(null);
    }
  }

  /** Makes a question the pending one. */
  void moveTo(Question question) {
    String form = draft.form().id();
    draft.move(Signal.ask(form, question.aspect().id()), form, question.asked());
  }

  /** The pending question, for the end of a turn's replies; empty when nothing is asked. */
  Optional<Question> pending() {
    String asked = draft.asked();
    Distributor current = draft.current();
    if (asked == null || current == null) {
      return Optional.empty();
    }
    return Question.of(draft.form(), current, asked);
  }

  /** Says the pending question, after a line of its own if {@code lead} is not empty. */
  void say(String replyId, String lead) {
    Question question = pending().orElseThrow();
    String text = lead.isEmpty() ? words(question) : lead + "\n" + words(question);
    draft.reply(new Reply(replyId, text, question.asked(), null, buttons(question)));
  }

  /** Says the pending question again. */
  void repeat() {
    say(id(pending().orElseThrow()), "");
  }

  static String id(Question question) {
    return "ask." + question.asked();
  }

  /** The shorter words for a field that was answered unclearly. */
  void retry(String replyId, String lead) {
    Question question = pending().orElseThrow();
    String retry = question.fields().get(0).retry().in(draft.language());
    String text = lead.isEmpty() ? retry : lead + "\n" + retry;
    draft.reply(new Reply(replyId, text, question.asked(), null, buttons(question)));
  }

  private String words(Question question) {
    var language = draft.language();
    if (question.asked().equals(question.aspect().id()) && !question.rest()) {
      return question.aspect().ask().in(language);
    }
    if (question.fields().size() == 1) {
      return question.fields().get(0).ask().in(language);
    }
    Phrases phrases = new Phrases(draft.content(), language);
    return draft.text("ask.rest", Map.of("labels", phrases.labels(question.fields())));
  }

  private List<Button> buttons(Question question) {
    Distributor current = draft.current();
    if (current == null) {
      return List.of();
    }
    List<Button> buttons = new ArrayList<>(choices(question, current.id()));
    buttons.add(skip("button.skip", FactState.SKIPPED, question, current.id()));
    if (draft.position().tries() > 1) {
      buttons.add(skip("button.refused", FactState.REFUSED, question, current.id()));
      buttons.add(skip("button.unknown", FactState.UNKNOWN, question, current.id()));
    }
    return buttons;
  }

  private List<Button> choices(Question question, String distributor) {
    if (question.rest() && question.fields().size() > 1) {
      return List.of();
    }
    Field field = question.fields().get(0);
    if (field.type() == FieldType.BOOLEAN) {
      return List.of(
          new Button(
              draft.text("value.yes", Map.of()),
              Buttons.data(Buttons.PICK, distributor, field.id(), "true")),
          new Button(
              draft.text("value.no", Map.of()),
              Buttons.data(Buttons.PICK, distributor, field.id(), "false")));
    }
    return field.choices().stream()
        .map(
            choice ->
                new Button(
                    choice.label().in(draft.language()),
                    Buttons.data(Buttons.PICK, distributor, field.id(), choice.id())))
        .toList();
  }

  private Button skip(String label, FactState state, Question question, String distributor) {
    return new Button(
        draft.text(label, Map.of()),
        Buttons.data(
            Buttons.SKIP, distributor, question.asked(), state.name().toLowerCase(Locale.ROOT)));
  }
}
