package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A reason that is asked for; the next text is it, whatever it says.
 *
 * @param what it is for
 * @param distributor id of the distributor that it is about; empty for none
 * @param argument of what it is for; may be empty
 */
record Reason(String what, String distributor, String argument) {

  /** Asks for a reason; the buttons offer some. */
  static void ask(Draft draft, Reason reason, String replyId, List<Button> offered) {
    draft.enter(
        States.REASON, String.join("/", reason.what(), reason.distributor(), reason.argument()));
    List<Button> buttons = new ArrayList<>(offered);
    buttons.add(
        new Button(draft.text("button.enough", Map.of()), Buttons.data(Buttons.COMMAND, "back")));
    draft.reply(new Reply(replyId, draft.text(replyId, Map.of()), null, null, buttons));
  }

  /** The reason that is asked for now, if it is for one of these and of the current distributor. */
  static Optional<Reason> pending(Draft draft, String... whats) {
    String[] parts = Objects.requireNonNullElse(draft.position().subject(), "").split("/", -1);
    boolean asked = draft.position().state().equals(States.REASON) && parts.length == 3;
    boolean fits = asked && (parts[1].isEmpty() || parts[1].equals(draft.distributor()));
    return fits && Set.of(whats).contains(parts[0])
        ? Optional.of(new Reason(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }
}
