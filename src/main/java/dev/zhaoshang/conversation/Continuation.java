package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
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
   */
  void with(String replyId, String line, String open) {
    if (asking.pending().isPresent()) {
      asking.say(replyId, open.isEmpty() ? line : line + "\n" + open);
      return;
    }
    draft.say(
        replyId,
        Map.of("text", line),
        new Button(draft.text("button.undo", Map.of()), Buttons.data(Buttons.COMMAND, "undo")));
    boolean ended = draft.position().state().equals(States.REVIEW);
    if (ended && !draft.in().session().position().state().equals(States.REVIEW)) {
      new RecordFlow(draft, asking).summaryIfComplete();
    }
  }
}
