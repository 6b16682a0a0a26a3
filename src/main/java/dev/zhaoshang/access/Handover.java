package dev.zhaoshang.access;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Trip;
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
   * Gives everything to the heir, if there is one: distributors, what is open in the person's own
   * ledger, and what is owed by those who are on no record.
   *
   * @param turn id of the turn that says so
   */
  public void of(Person left, String turn) {
    String heir = left.heir();
    if (left.active() || heir == null || heir.equals(left.id())) {
      return;
    }
    distributors.ofOwner(left.id()).forEach(card -> distributors.give(card.id(), heir));
    debts(left.id(), heir, turn);
    Ledger ledger = ledgers.find(Ledger.ofRep(left.id()));
    List<LedgerEntry> open = ledger.entries().stream().filter(Handover::isOpen).toList();
    if (!open.isEmpty()) {
      ledgers.apply(
          new LedgerChange(Ledger.ofRep(heir), left.id(), turn + "#taken", open, List.of()));
    }
    List<String> gone =
        ledger.entries().stream()
            .filter(entry -> isOpen(entry) || isPersonal(entry))
            .map(LedgerEntry::id)
            .toList();
    if (!gone.isEmpty()) {
      ledgers.apply(new LedgerChange(ledger.id(), left.id(), turn + "#given", List.of(), gone));
    }
  }

  /** Debts of those who are on no record stand beside the rep's remarks. */
  private void debts(String left, String heir, String turn) {
    Ledger told = ledgers.find(Remark.ledger(left));
    List<Receivable> open = told.all(Receivable.class).stream().filter(Receivable::isOpen).toList();
    if (open.isEmpty()) {
      return;
    }
    List<LedgerEntry> taken = open.stream().<LedgerEntry>map(one -> one.heldBy(heir)).toList();
    ledgers.apply(new LedgerChange(Remark.ledger(heir), left, turn + "#taken", taken, List.of()));
    List<String> given = open.stream().map(Receivable::id).toList();
    ledgers.apply(new LedgerChange(told.id(), left, turn + "#given", List.of(), given));
  }

  /** What recurs for everybody would stand in the place of the heir's own. */
  private static boolean isPersonal(LedgerEntry entry) {
    return entry instanceof Routine;
  }

  /** A follow-up is open until it is done, reminded of or not; a trip has reminders of its own. */
  private static boolean isOpen(LedgerEntry entry) {
    if (entry instanceof FollowUp plan) {
      return plan.state() == FollowUp.State.OPEN || plan.state() == FollowUp.State.HELD;
    }
    if (entry instanceof Trip trip) {
      return trip.isOpen();
    }
    return entry.due() != null && !isPersonal(entry);
  }
}
