package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Meaning;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Begins and ends the forms about a distributor that stand beside the intake. Facts are the
 * distributor's, whichever form asked for them: what one has learnt, another does not ask again.
 */
final class FormFlow implements Flow {

  /** {@code form:<form>}. */
  static final String BEGIN = "form";

  private final Draft draft;
  private final Asking asking;

  FormFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.FORM) {
      return false;
    }
    if (!begin(Objects.requireNonNullElse(meaning.argument(), "").trim())) {
      draft.say("lost", Map.of());
    }
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    return verb.equals(BEGIN) && arguments.size() == 1 && begin(arguments.get(0));
  }

  private boolean begin(String id) {
    Optional<Form> form = draft.content().form(id).filter(one -> !one.words().isEmpty());
    if (form.isPresent() && draft.current() == null) {
      draft.say("nobody", Map.of());
    } else {
      form.ifPresent(this::begin);
    }
    return form.isPresent();
  }

  private void begin(Form form) {
    Distributor current = Objects.requireNonNull(draft.current());
    int open = Question.openAspects(form, current).size();
    draft.open(form.id(), null);
    asking.advance(null);
    if (asking.pending().isEmpty()) {
      new RecordFlow(draft, asking).summaryIfComplete();
      return;
    }
    draft.say(
        "form.begun",
        Map.of(
            "title", form.title().in(draft.language()),
            "open", String.valueOf(open),
            "known", String.valueOf(form.aspects().size() - open)));
  }

  @Override
  public boolean filled(Form form) {
    Distributor current = draft.current();
    if (form.words().isEmpty() || draft.position().about() != null || current == null) {
      return false;
    }
    Phrases phrases = new Phrases(draft.content(), draft.language());
    draft.say(
        "form.done",
        Map.of("title", form.title().in(draft.language()), "card", phrases.card(form, current)));
    draft.move(Signal.leave(), null, null);
    return true;
  }
}
