package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Distributors.Card;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What turns about prices, debts and remarks read besides: what was kept of all customers. */
final class RemarkNeeds {

  /** Commands that compare or list what was kept, of a team for its superior. */
  static final Set<Command> LISTING =
      Set.of(Command.PRICES, Command.RECEIVABLES, Command.REMARKS, Command.PERFORMANCE);

  /** Commands that report something to the superior. */
  static final Set<Command> REPORTED = Set.of(Command.PRICE, Command.INTEL);

  /** Commands that need to know whom the words name. */
  static final Set<Command> NAMING =
      Stream.concat(
              LISTING.stream(),
              Stream.of(
                  Command.PRICE,
                  Command.OWED,
                  Command.PAID,
                  Command.INTEL,
                  Command.NEED,
                  Command.COMPLAINT,
                  Command.SERVICE,
                  Command.TARGET,
                  Command.SOLD))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<Command> READING_ALL =
      Stream.concat(
              LISTING.stream(),
              Stream.of(Command.PRICE, Command.PAID, Command.TARGET, Command.SOLD))
          .collect(Collectors.toUnmodifiableSet());

  private RemarkNeeds() {}

  /** Ids of the ledgers; none for turns about something else. */
  static Set<String> ledgers(
      Session session,
      Update update,
      @Nullable Meaning meaning,
      List<Card> portfolio,
      Map<String, List<Card>> team) {
    Command command = meaning == null ? null : meaning.command();
    Set<String> ids = new LinkedHashSet<>();
    boolean button = update.button() != null && update.button().startsWith(RemarkView.VERB + ":");
    if (button || (command != null && NAMING.contains(command))) {
      ids.add(Remark.ledger(session.rep()));
    }
    if (command == Command.PERFORMANCE) {
      team.keySet().forEach(rep -> ids.add(Ledger.ofRep(rep)));
    }
    if (command != null && READING_ALL.contains(command)) {
      portfolio.forEach(card -> ids.add(Ledger.ofDistributor(card.id())));
      team.forEach(
          (rep, cards) -> {
            ids.add(Remark.ledger(rep));
            cards.forEach(card -> ids.add(Ledger.ofDistributor(card.id())));
          });
    }
    return ids;
  }
}
