package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Update;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which ledgers a turn needs for coaching, beside the rep's and the current distributor's. */
final class CoachingNeeds {

  /** States whose subject is an objection, not a distributor. */
  static final Set<String> STATES = Set.of(States.COACHING, States.CHOOSING);

  private static final Set<String> CARD_VERBS =
      Set.of(
          Buttons.CARD,
          Buttons.WAY,
          Buttons.MORE,
          Buttons.EVIDENCE,
          Buttons.NONE,
          Buttons.OUTCOME,
          Buttons.FOLLOW,
          Buttons.COMMAND);

  private static final Set<Command> PRICES = Set.of(Command.RATE, Command.PROFIT, Command.EVIDENCE);

  private static final Set<String> PRICE_BUTTONS =
      Set.of(
          Buttons.EVIDENCE,
          Buttons.data(Buttons.COMMAND, "rate"),
          Buttons.data(Buttons.COMMAND, "profit"));

  private CoachingNeeds() {}

  /** Whether a button names an objection or a command, and so no distributor. */
  static boolean isOfCards(String button) {
    return CARD_VERBS.contains(Buttons.parts(button).get(0));
  }

  /** Their ids. An answer to a question needs none. */
  static Set<String> ledgers(
      Session session, Update update, @Nullable Meaning meaning, @Nullable Distributor current) {
    Set<String> ids = new LinkedHashSet<>();
    String button = update.button();
    Command command = meaning == null ? null : meaning.command();
    boolean coached = meaning != null && !meaning.fired().isEmpty();
    if (button != null || command != null || coached) {
      ids.add(CardTally.ledger(session.rep()));
    }
    boolean prices =
        button == null
            ? command != null && PRICES.contains(command)
            : PRICE_BUTTONS.contains(button)
                || PRICE_BUTTONS.contains(Buttons.parts(button).get(0));
    if (prices) {
      ids.addAll(Pricing.territories(current));
    }
    return ids;
  }
}
