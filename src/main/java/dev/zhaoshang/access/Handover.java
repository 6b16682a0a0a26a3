package dev.zhaoshang.access;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Ledgers;
import java.util.List;

/** Gives what a person who leaves looked after to another rep. Doing it again changes nothing. */
public final class Handover {

  private final Distributors distributors;
  private final Ledgers ledgers;

  /** Writes to the store. */
  public Handover(Distributors distributors, Ledgers ledgers) {
    this.distributors = distributors;
    this.ledgers = ledgers;
  }

  /**
   * Gives everything to the heir, if there is one: distributors, and whatever falls due in the
   * person's own ledger, as follow-ups and trips do.
   *
   * @param turn id of the turn that says so
   */
  public void of(Person left, String turn) {
    String heir = left.heir();
    if (left.active() || heir == null) {
      return;
    }
    distributors.ofOwner(left.id()).forEach(card -> distributors.give(card.id(), heir));
    Ledger ledger = ledgers.find(Ledger.ofRep(left.id()));
    List<LedgerEntry> open =
        ledger.entries().stream().filter(entry -> entry.due() != null).toList();
    if (!open.isEmpty()) {
      ledgers.apply(
          new LedgerChange(Ledger.ofRep(heir), left.id(), turn + "#taken", open, List.of()));
      List<String> ids = open.stream().map(LedgerEntry::id).toList();
      ledgers.apply(new LedgerChange(ledger.id(), left.id(), turn + "#given", List.of(), ids));
    }
  }
}
