package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ends a turn that told something: one reply that says it, and asks the next question. */
final class Continuation {

  private final Draft draft;
  private final Asking asking;

  Continuation(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /**
   * Says what happened and asks on; shows the summary when this was the last question.
   *
   * @param replyId of the reply
   * @param line what happened
   * @param open what is still open; empty for nothing to say
   * @param more buttons beside those of the question
   */
  void with(String replyId, String line, String open, Button... more) {
    if (asking.pending().isPresent()) {
      asking.say(replyId, open.isEmpty() ? line : line + "\n" + open, more);
      return;
    }
    List<Button> buttons = new ArrayList<>(List.of(more));
    buttons.add(
        new Button(draft.text("button.undo", Map.of()), Buttons.data(Buttons.COMMAND, "undo")));
    draft.say(replyId, Map.of("text", line), buttons.toArray(Button[]::new));
    boolean ended = draft.position().state().equals(States.REVIEW);
    if (ended && !draft.in().session().position().state().equals(States.REVIEW)) {
      new RecordFlow(draft, asking).summaryIfComplete();
    }
  }
}
