package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Uncovered;
import dev.zhaoshang.domain.Update;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which ledgers a turn needs for coaching, beside the rep's and the current distributor's. */
final class CoachingNeeds {

  /** States whose subject is about an objection, not a distributor. */
  static final Set<String> STATES = Set.of(States.COACHING, States.CHOOSING, States.PRACTICE);

  private static final Set<String> CARD_VERBS =
      Set.of(
          Buttons.CARD,
          Buttons.WAY,
          Buttons.WRONG,
          Buttons.MEANT,
          Buttons.MORE,
          Buttons.EVIDENCE,
          Buttons.NONE,
          Buttons.OUTCOME,
          Buttons.FOLLOW,
          Buttons.DRAFT,
          Buttons.DISMISS,
          Buttons.SAFE,
          Buttons.PRACTISE,
          Buttons.COMMAND);

  private static final Set<Command> FOR_LEADERS = Set.of(Command.UNANSWERED, Command.SAFETY);

  private static final Set<String> FOR_LEADERS_VERBS =
      Set.of(Buttons.DRAFT, Buttons.DISMISS, Buttons.SAFE);

  private static final Set<String> OF_SHOWN = Set.of(Buttons.OUTCOME, Buttons.WRONG);

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

  /** Whether a turn shows or settles what was collected for those who lead. */
  static boolean isForLeaders(@Nullable String button, @Nullable Command command) {
    return (command != null && FOR_LEADERS.contains(command))
        || (button != null && FOR_LEADERS_VERBS.contains(Buttons.parts(button).get(0)));
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
    if (isForLeaders(button, command)) {
      ids.add(Ledger.COMPANY);
      ids.add(Uncovered.LEDGER);
    }
    boolean meant = button != null && Buttons.parts(button).get(0).equals(Buttons.MEANT);
    if (meant || command == Command.WRONG_CARD) {
      ids.add(Uncovered.LEDGER);
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

  /** Those of a team, for what is told of teams. */
  static Set<String> ofTeam(@Nullable Meaning meaning, List<Person> team) {
    Command command = meaning == null ? null : meaning.command();
    return command == Command.INSIGHTS
        ? team.stream().map(one -> CardTally.ledger(one.id())).collect(Collectors.toSet())
        : Set.of();
  }

  /**
   * That of the distributor with whom the card was used whose outcome is told, or that is wrong.
   */
  static Set<String> ofOutcome(Session session, Update update, Map<String, Ledger> read) {
    List<String> button = update.button() == null ? List.of() : Buttons.parts(update.button());
    Ledger own = read.get(CardTally.ledger(session.rep()));
    if (own == null || button.size() != 4 || !OF_SHOWN.contains(button.get(0))) {
      return Set.of();
    }
    return CoachingRecord.shown(own, button.get(1), button.get(3)).stream()
        .flatMap(shown -> Optional.ofNullable(shown.distributor()).stream())
        .map(Ledger::ofDistributor)
        .filter(id -> !read.containsKey(id))
        .collect(Collectors.toSet());
  }
}
