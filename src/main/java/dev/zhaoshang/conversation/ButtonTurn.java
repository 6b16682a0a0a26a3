package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Subject;
import dev.zhaoshang.domain.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A turn in which the rep tapped a button. One that no longer fits says so and changes nothing. */
final class ButtonTurn {

  private final Draft draft;
  private final Asking asking;

  ButtonTurn(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  void handle() {
    String data = Objects.requireNonNullElse(draft.in().entry().body().button(), "");
    List<String> parts = Buttons.parts(data);
    List<String> arguments = parts.subList(1, parts.size());
    boolean handled =
        switch (parts.get(0)) {
          case Buttons.PICK -> arguments.size() == 3 && pick(arguments);
          case Buttons.CONFIRM -> arguments.size() == 2 && confirm(arguments);
          case Buttons.SKIP -> arguments.size() == 3 && skip(arguments);
          case Buttons.GOTO -> arguments.size() == 1 && go(arguments.get(0));
          case Buttons.MERGE -> arguments.size() == 2 && merge(arguments);
          case Buttons.APART -> arguments.size() == 1 && command(Command.NO, "");
          case Buttons.LANGUAGE ->
              arguments.size() == 1 && command(Command.LANGUAGE, arguments.get(0));
          case Buttons.COMMAND -> named(Buttons.command(data));
          default -> new Flows(draft, asking).button(parts.get(0), arguments);
        };
    if (!handled) {
      draft.say(Buttons.STALE, Map.of());
    }
  }

  private boolean pick(List<String> arguments) {
    if (!isAbout(arguments.get(0))) {
      return false;
    }
    Optional<Field> field = draft.form().field(arguments.get(1));
    Optional<Value> value = field.flatMap(f -> value(f, arguments.get(2)));
    if (field.isEmpty() || value.isEmpty()) {
      return false;
    }
    draft.back();
    Phrases phrases = new Phrases(draft.content(), draft.language());
    String words = phrases.value(field.get(), value.get());
    Found found = new Found(field.get().id(), value.get(), words, List.of(), 1, null);
    IntakeFlow intake = new IntakeFlow(draft, asking);
    IntakeFlow.Recorded recorded = intake.take(List.of(found), Intent.CORRECT);
    String line =
        draft.text(
            "line.recorded",
            Map.of("items", phrases.changed(field.get(), recorded.before(), value.get())));
    new Continuation(draft, asking).with("recorded", line, intake.open());
    return true;
  }

  private static Optional<Value> value(Field field, String raw) {
    if (field.type() == FieldType.BOOLEAN) {
      return Optional.of(new Value.Flag(Boolean.valueOf(raw)));
    }
    if (field.type() == FieldType.NOTES && raw.equals(Buttons.NOTHING)) {
      return Optional.of(new Value.Items(List.of()));
    }
    return field.choices().stream()
        .filter(choice -> choice.id().equals(raw))
        .map(choice -> (Value) new Value.Text(choice.id()))
        .findFirst();
  }

  private boolean skip(List<String> arguments) {
    Optional<FactState> state =
        Stream.of(FactState.SKIPPED, FactState.REFUSED, FactState.UNKNOWN)
            .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(arguments.get(2)))
            .findFirst();
    if (state.isEmpty() || !isAsked(arguments)) {
      return false;
    }
    new IntakeFlow(draft, asking).skipAloud(state.get(), "");
    return true;
  }

  private boolean confirm(List<String> arguments) {
    return isAsked(arguments) && new IntakeFlow(draft, asking).confirm();
  }

  private boolean go(String distributor) {
    new LeadsFlow(draft, asking).go(distributor);
    return true;
  }

  private boolean merge(List<String> arguments) {
    if (!isCurrent(arguments.get(0))) {
      return false;
    }
    new LeadsFlow(draft, asking).merge(arguments.get(0), arguments.get(1));
    return true;
  }

  private boolean named(@Nullable Command command) {
    return command != null && command(command, "");
  }

  private boolean command(Command command, String argument) {
    Meaning meaning =
        new Meaning(
            Intent.OTHER, 1, List.of(), null, List.of(), List.of(), command, argument, null);
    new CommandTurn(draft, asking).handle(command, meaning);
    return true;
  }

  /** Whether the form under way, or one that a flow takes up again, is about that. */
  private boolean isAbout(String id) {
    Subject subject = draft.subject();
    boolean same = subject != null && subject.id().equals(id);
    return same || new Flows(draft, asking).reopen(id);
  }

  private boolean isAsked(List<String> arguments) {
    if (!isAbout(arguments.get(0))) {
      return false;
    }
    draft.back();
    return arguments.get(1).equals(draft.asked());
  }

  private boolean isCurrent(String distributor) {
    return distributor.equals(draft.distributor());
  }
}
