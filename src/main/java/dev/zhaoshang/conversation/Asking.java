package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Subject;
import dev.zhaoshang.domain.Value;
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
    Subject subject = draft.subject();
    if (subject == null) {
      draft.move(Signal.leave(), null, null);
      return;
    }
    Optional<Question> next = Question.next(draft.form(), subject, topic);
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
    Subject subject = draft.subject();
    if (asked == null || subject == null) {
      return Optional.empty();
    }
    return Question.of(draft.form(), subject, asked);
  }

  /**
   * Says the pending question, after a line of its own if {@code lead} is not empty.
   *
   * @param more buttons beside those of the question
   */
  void say(String replyId, String lead, Button... more) {
    Question question = pending().orElseThrow();
    List<String> lines = new ArrayList<>(lead.isEmpty() ? List.of() : List.of(lead));
    lines.add(words(question));
    String assumed = assumed(question);
    if (!assumed.isEmpty()) {
      lines.add(draft.text("assumed", Map.of("items", assumed)));
    }
    String text = String.join("\n", lines);
    List<Button> buttons = new ArrayList<>(buttons(question));
    buttons.addAll(List.of(more));
    draft.reply(new Reply(replyId, text, question.asked(), null, buttons));
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

  /** What the records say of it, which the rep has to confirm; empty when they say nothing. */
  private String assumed(Question question) {
    Phrases phrases = new Phrases(draft.content(), draft.language());
    return String.join(
        draft.text("list.items", Map.of()),
        question.fields().stream()
            .flatMap(field -> assumed(field).stream().map(v -> phrases.labelled(field, v)))
            .toList());
  }

  private Optional<Value> assumed(Field field) {
    return Optional.ofNullable(draft.subject())
        .flatMap(subject -> subject.fact(field.id()))
        .filter(fact -> fact.state() == FactState.ASSUMED)
        .map(Fact::value);
  }

  private List<Button> buttons(Question question) {
    Subject subject = draft.subject();
    if (subject == null) {
      return List.of();
    }
    List<Button> buttons = new ArrayList<>(choices(question, subject.id()));
    if (question.fields().stream().anyMatch(field -> assumed(field).isPresent())) {
      buttons.add(
          new Button(
              draft.text("button.assumed", Map.of()),
              Buttons.data(Buttons.CONFIRM, subject.id(), question.asked())));
    }
    buttons.add(skip("button.skip", FactState.SKIPPED, question, subject.id()));
    if (draft.position().tries() > 1) {
      buttons.add(skip("button.refused", FactState.REFUSED, question, subject.id()));
      buttons.add(skip("button.unknown", FactState.UNKNOWN, question, subject.id()));
    }
    return buttons;
  }

  private List<Button> choices(Question question, String subject) {
    if (question.rest() && question.fields().size() > 1) {
      return List.of();
    }
    Field field = question.fields().get(0);
    if (field.type() == FieldType.NOTES) {
      return List.of(
          new Button(
              draft.text("button.nothing", Map.of()),
              Buttons.data(Buttons.PICK, subject, field.id(), Buttons.NOTHING)));
    }
    if (field.type() == FieldType.BOOLEAN) {
      return List.of(
          new Button(
              draft.text("value.yes", Map.of()),
              Buttons.data(Buttons.PICK, subject, field.id(), "true")),
          new Button(
              draft.text("value.no", Map.of()),
              Buttons.data(Buttons.PICK, subject, field.id(), "false")));
    }
    return field.choices().stream()
        .map(
            choice ->
                new Button(
                    choice.label().in(draft.language()),
                    Buttons.data(Buttons.PICK, subject, field.id(), choice.id())))
        .toList();
  }

  private Button skip(String label, FactState state, Question question, String subject) {
    return new Button(
        draft.text(label, Map.of()),
        Buttons.data(
            Buttons.SKIP, subject, question.asked(), state.name().toLowerCase(Locale.ROOT)));
  }
}
