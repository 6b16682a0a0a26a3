package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Permits;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.store.Ledgers;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ledgers that one turn may read; the others are as if nothing stood in them. */
final class OpenLedgers {

  private final Ledgers ledgers;
  private final Permits permits;
  private final String reader;

  /** Distributors that the turn was let see, of which need not be asked again. */
  private final Set<String> seen = new HashSet<>();

  OpenLedgers(Ledgers ledgers, Permits permits, String reader) {
    this.ledgers = ledgers;
    this.permits = permits;
    this.reader = reader;
  }

  /** From now on knows that the reader may see these. */
  void see(Collection<Card> cards) {
    cards.forEach(card -> seen.add(card.id()));
  }

  /** From now on knows that the reader may see it. */
  void see(String distributor) {
    seen.add(distributor);
  }

  /** Those of these ledgers that may be read, by id. */
  Map<String, Ledger> read(Collection<String> ids) {
    List<String> open =
        ids.stream().distinct().filter(id -> permits.mayRead(reader, id, seen)).toList();
    return open.isEmpty()
        ? Map.of()
        : ledgers.findAll(open).stream().collect(Collectors.toMap(Ledger::id, Function.identity()));
  }
}
