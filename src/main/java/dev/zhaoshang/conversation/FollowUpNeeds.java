package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Update;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What turns about things to do read besides: the distributors that these are about. */
final class FollowUpNeeds {

  private static final Set<Command> ABOUT =
      Set.of(
          Command.TODO,
          Command.TICK_OFF,
          Command.DISCARD,
          Command.POSTPONE,
          Command.HAND_OVER,
          Command.APPOINT,
          Command.FOLLOW_UP);

  private FollowUpNeeds() {}

  /** Ids of the distributors whose names are shown; none for turns about something else. */
  static List<String> distributors(
      Session session, Update update, @Nullable Meaning meaning, Map<String, Ledger> ledgers) {
    Command command = meaning == null ? null : meaning.command();
    boolean due = update.kind() == Update.Kind.DUE;
    boolean told = command != null && ABOUT.contains(command);
    boolean answers =
        command == null
            && (isOfFollowUps(update.button()) || session.position().state().equals(States.MOVING));
    boolean shows = due || told || answers;
    Ledger own = ledgers.get(Ledger.ofRep(session.rep()));
    if (!shows || own == null) {
      return List.of();
    }
    return own.all(FollowUp.class).stream()
        .filter(one -> one.isOpen() || one.state() == FollowUp.State.HELD)
        .map(FollowUp::distributor)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static boolean isOfFollowUps(@Nullable String button) {
    return button != null
        && (button.startsWith(FollowUpView.VERB + ":")
            || button.equals(Buttons.data(Buttons.COMMAND, "todo")));
  }
}
