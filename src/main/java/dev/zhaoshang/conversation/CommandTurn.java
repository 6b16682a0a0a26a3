package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Meaning;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A turn in which the rep gave a command. Commands work in every state. */
final class CommandTurn {

  private final Draft draft;
  private final Asking asking;
  private final LeadsFlow leads;
  private final RecordFlow record;

  CommandTurn(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
    this.leads = new LeadsFlow(draft, asking);
    this.record = new RecordFlow(draft, asking);
  }

  void handle(Command command, Meaning meaning) {
    if (!Access.may(draft.in().snapshot().speaker(), command)) {
      draft.say(denied(command), Map.of());
      return;
    }
    if (!new Flows(draft, asking).command(command, meaning)) {
      act(command, meaning);
      new OutcomeFlow(draft).after(command);
    }
  }

  private void act(Command command, Meaning meaning) {
    String argument = Objects.requireNonNullElse(meaning.argument(), "");
    switch (command) {
      case HELP -> {
        boolean leads = !draft.in().snapshot().led().isEmpty();
        draft.say("help", Map.of("leads", leads ? draft.text("help.leads", Map.of()) : ""));
      }
      case START, CHAT -> draft.say(command.name().toLowerCase(java.util.Locale.ROOT), Map.of());
      case NEW -> begin(meaning);
      case SWITCH -> leads.switchTo(argument);
      case LIST -> leads.list("");
      case SEARCH -> leads.list(argument);
      case STATUS -> record.status();
      case COPY -> record.copy();
      case DONE -> record.done();
      case UNDO -> new UndoFlow(draft).undo();
      case REPEAT -> draft.up();
      case WHY -> record.why();
      case HURRY -> record.hurry();
      case CHANGE -> record.change(argument);
      case SKIP -> skip(meaning.skip());
      case CANCEL -> cancel();
      case BACK -> back();
      case LANGUAGE -> record.language(argument);
      case YES -> yes();
      case NO -> no();
      case ANOTHER, MORE, EVIDENCE -> new CoachingFlow(draft).list();
      default -> draft.say("lost", Map.of());
    }
  }

  /** What was reported is not lost for those who may not see where it goes. */
  private static String denied(Command command) {
    return switch (command) {
      case SAFETY -> "safety.denied";
      case UNANSWERED -> "unanswered.denied";
      default -> "access.denied";
    };
  }

  private void begin(Meaning meaning) {
    leads.begin();
    if (meaning.fields().stream().anyMatch(f -> f.value() != null)) {
      new TextTurn(draft, asking).record(meaning);
    }
  }

  private void skip(@Nullable FactState told) {
    draft.back();
    if (asking.pending().isPresent()) {
      String words = draft.in().entry().body().text();
      FactState state = Objects.requireNonNullElse(told, FactState.SKIPPED);
      new IntakeFlow(draft, asking).skipAloud(state, words);
    } else {
      draft.say("lost", Map.of());
    }
  }

  private void cancel() {
    draft.back();
    draft.move(Signal.leave(), null, null);
    draft.say("cancelled", Map.of());
  }

  /** Back to the question; or on with the current distributor when nothing is asked. */
  private void back() {
    draft.up();
    if (asking.pending().isEmpty() && draft.current() != null) {
      asking.advance(null);
    }
    if (asking.pending().isEmpty()) {
      draft.say("lost", Map.of());
    }
  }

  private void yes() {
    String other = draft.position().subject();
    String current = draft.distributor();
    if (draft.position().state().equals(States.MERGING) && other != null && current != null) {
      leads.merge(current, other);
      return;
    }
    draft.back();
    if (!new IntakeFlow(draft, asking).confirm()) {
      draft.say("lost", Map.of());
    }
  }

  private void no() {
    boolean merging = draft.position().state().equals(States.MERGING);
    draft.up();
    draft.say(merging ? "kept.apart" : "lost", Map.of());
  }
}
