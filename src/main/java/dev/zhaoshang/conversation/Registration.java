package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Territory;
import dev.zhaoshang.store.Ledgers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies what a turn left for ledgers. Where two sign one region at once, or one around the other,
 * the register decides, as one document: the second is told, and stands in no ledger of a region.
 */
final class Registration {

  private final Ledgers ledgers;

  Registration(Ledgers ledgers) {
    this.ledgers = ledgers;
  }

  /**
   * Applies the changes of one turn; doing it again changes nothing.
   *
   * @param at when the turn was handled
   */
  void apply(List<LedgerChange> changes, Instant at) {
    List<LedgerChange> rest = new ArrayList<>(changes);
    for (LedgerChange change : changes) {
      if (change.ledger().equals(TerritoryFlow.REGISTER)) {
        rest.remove(change);
        ledgers.apply(change);
        List<Territory> late = late(change);
        rest.replaceAll(one -> without(one, late));
        late.stream().findFirst().ifPresent(one -> tell(change, one, late, at));
      }
    }
    rest.forEach(ledgers::apply);
  }

  /** Regions of contracts that somebody else has. */
  private List<Territory> late(LedgerChange change) {
    Ledger register = ledgers.find(change.ledger());
    return change.put().stream()
        .filter(Territory.class::isInstance)
        .map(Territory.class::cast)
        .filter(one -> !stands(register, one) && first(register, one).isPresent())
        .toList();
  }

  private static boolean stands(Ledger register, Territory one) {
    return register
        .find(Territory.class, one.id())
        .filter(standing -> Objects.equals(standing.turn(), one.turn()))
        .isPresent();
  }

  /** Whose region it is instead. */
  private static Optional<Territory> first(Ledger register, Territory one) {
    return register.all(Territory.class).stream().filter(one::yieldsTo).findFirst();
  }

  private static LedgerChange without(LedgerChange change, List<Territory> late) {
    List<String> ids = late.stream().map(Territory::id).toList();
    List<LedgerEntry> put = new ArrayList<>(change.put());
    put.removeIf(entry -> entry instanceof Territory && ids.contains(entry.id()));
    return new LedgerChange(
        change.ledger(), change.rep(), change.turn(), change.place(), put, change.removed());
  }

  private void tell(LedgerChange change, Territory one, List<Territory> late, Instant at) {
    String agent =
        first(ledgers.find(change.ledger()), one)
            .map(other -> String.valueOf(other.agent()))
            .orElse("");
    String regions = late.stream().map(Territory::words).collect(Collectors.joining(" "));
    Notice notice =
        new Notice(
            change.turn() + "#late",
            "contract.late",
            Stream.of(new Notice.Word("region", regions), new Notice.Word("agent", agent)).toList(),
            at,
            at);
    ledgers.apply(
        new LedgerChange(
            Ledger.ofRep(change.rep()), change.rep(), notice.id(), List.of(notice), List.of()));
  }
}
