package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.Aspect;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows the record, finishes it, and goes to any part of it. */
final class RecordFlow {

  private final Draft draft;
  private final Asking asking;

  RecordFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /** The record as a card with what is missing. */
  void status() {
    with(
        current -> {
          int open = Question.openAspects(draft.form(), current).size();
          int all = draft.form().aspects().size();
          String text =
              draft.text(
                  "status",
                  Map.of(
                      "card", phrases().card(draft.form(), current),
                      "done", String.valueOf(all - open),
                      "all", String.valueOf(all)));
          List<Button> buttons = new ArrayList<>();
          List<String> lines = new ArrayList<>(List.of(text));
          if (current instanceof Distributor distributor) {
            StageView stage = new StageView(draft);
            lines.add(stage.text(distributor));
            new Appointments(draft).line(distributor).ifPresent(lines::add);
            buttons.addAll(stage.buttons(distributor));
          }
          buttons.add(command("button.copy", "copy"));
          draft.reply(new Reply("status", String.join("\n", lines), null, null, buttons));
        });
  }

  /** The record as plain text. */
  void copy() {
    with(
        current -> {
          String text = phrases().copy(draft.form(), current);
          draft.say(text.isEmpty() ? "copy.empty" : "copy", Map.of("text", text));
        });
  }

  /** Ends the form and shows the summary to check. */
  void done() {
    with(
        current -> {
          draft.back();
          draft.move(Signal.review(), draft.form().id(), null);
          summary(current);
        });
  }

  private void summary(Subject current) {
    if (new Flows(draft, asking).filled(draft.form())) {
      return;
    }
    List<Aspect> open = Question.openAspects(draft.form(), current);
    String missing =
        open.isEmpty()
            ? ""
            : draft.text("summary.open", Map.of("titles", phrases().titles(open, 10)));
    draft.say(
        "summary",
        Map.of("card", phrases().card(draft.form(), current), "open", missing),
        command("button.copy", "copy"),
        command("button.new", "new"));
  }

  /** Shows the summary when the last question has just been answered. */
  void summaryIfComplete() {
    Subject current = draft.subject();
    if (current != null) {
      summary(current);
    }
  }

  /** Asks a numbered line of the record again, or the field that the words name. */
  void change(String words) {
    with(
        current -> {
          Optional<Question> question = named(draft.form(), current, words.trim());
          if (question.isEmpty()) {
            draft.say("change.which", Map.of("card", phrases().card(draft.form(), current)));
            return;
          }
          draft.back();
          asking.moveTo(question.get());
          present(current, question.get());
        });
  }

  /** Asks it with what is recorded so far. */
  private void present(Subject current, Question question) {
    List<String> known =
        question.fields().stream()
            .flatMap(
                field ->
                    current.fact(field.id()).map(Fact::value).stream()
                        .map(value -> phrases().labelled(field, value)))
            .toList();
    if (!known.isEmpty()) {
      String values = String.join(draft.text("list.semicolon", Map.of()), known);
      asking.say(Asking.id(question), draft.text("change.now", Map.of("values", values)));
    }
  }

  private Optional<Question> named(Form form, Subject current, String words) {
    if (words.matches("\\d{1,2}")) {
      int number = Integer.parseInt(words);
      return number >= 1 && number <= form.aspects().size()
          ? Optional.of(Question.whole(form.aspects().get(number - 1)))
          : Optional.empty();
    }
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      return Optional.empty();
    }
    Optional<Question> field =
        FieldNames.in(lower, form).flatMap(f -> Question.of(form, current, f.id()));
    return field.or(
        () ->
            form.aspects().stream()
                .filter(a -> lower.equals(a.id()) || lower.contains(a.title().zh()))
                .findFirst()
                .map(Question::whole));
  }

  /** Says why the pending question is asked. */
  void why() {
    Optional<Question> pending = asking.pending();
    if (pending.isEmpty()) {
      draft.say("why.nothing", Map.of());
      return;
    }
    String why = pending.get().aspect().why().in(draft.language());
    draft.say("why", Map.of("why", why));
  }

  /** Asks what is most worth asking when the customer is about to hang up. */
  void hurry() {
    with(
        current -> {
          draft.back();
          Optional<Question> question = Question.mostWorth(draft.form(), current);
          if (question.isPresent()) {
            asking.moveTo(question.get());
            draft.say("hurry", Map.of());
          } else {
            draft.say("hurry.nothing", Map.of());
          }
        });
  }

  private void with(Consumer<Subject> action) {
    Subject current = draft.subject();
    if (current == null) {
      draft.say("nobody", Map.of(), command("button.new", "new"));
    } else {
      action.accept(current);
    }
  }

  private Phrases phrases() {
    return new Phrases(draft.content(), draft.language());
  }

  private Button command(String label, String command) {
    return new Button(draft.text(label, Map.of()), Buttons.data(Buttons.COMMAND, command));
  }

  /** Answers in another language from now on. */
  void language(String words) {
    draft.speak(words.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.ZH, true);
    draft.say("language", Map.of());
  }
}
