package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Distributors.Card;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debts of somebody who is not on record: kept by the name, until the rep puts him on record. */
final class StrangerDebts implements Flow {

  private static final String RECORD = "record";
  private static final String NAME = "name";

  private final Draft draft;
  private final Asking asking;

  StrangerDebts(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /**
   * Who owes.
   *
   * @param words as typed
   * @param who the name before the words of the debt; empty for none
   */
  static About owing(Draft draft, String words, String who) {
    About about = About.of(draft, words);
    boolean nameless =
        draft.current() != null && draft.current().text(NAME).filter(n -> !n.isEmpty()).isEmpty();
    if (who.isEmpty() || nameless || !About.allNamed(draft, words).isEmpty()) {
      return about;
    }
    List<Card> fitting =
        draft.in().snapshot().portfolio().stream()
            .filter(card -> NameMatch.fits(who, card))
            .toList();
    return fitting.size() == 1
        ? new About(
            fitting.get(0).id(), (fitting.get(0).name() + " " + fitting.get(0).company()).strip())
        : new About(null, who);
  }

  /** The button that puts the debtor on record; empty for one who is, or without a name. */
  static Optional<Button> offer(Draft draft, Receivable debt) {
    return debt.distributor() != null || debt.customer().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RemarkView(draft)
                .button(
                    draft.text("button.record", Map.of("title", debt.customer())),
                    RECORD,
                    null,
                    debt.id()));
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(RemarkView.VERB)
        || arguments.size() != 3
        || !arguments.get(0).equals(RECORD)) {
      return false;
    }
    Optional<Receivable> debt =
        strangers().find(Receivable.class, arguments.get(2)).filter(Receivable::isOpen);
    debt.ifPresent(this::record);
    return debt.isPresent();
  }

  private Ledger strangers() {
    return draft.ledger(Remark.ledger(draft.in().session().rep()));
  }

  /** Begins a distributor of that name, who owes all that was told under it. */
  private void record(Receivable debt) {
    draft.back();
    draft.move(Signal.leave(), null, null);
    String id = draft.begin().id();
    Fact name =
        new Fact(
            new Value.Text(debt.customer()),
            debt.customer(),
            List.of(),
            FactState.KNOWN,
            draft.turn(),
            draft.in().now(),
            1);
    draft.set(id, Map.of(NAME, name), List.of());
    List<Receivable> theirs =
        strangers().all(Receivable.class).stream()
            .filter(one -> Debtors.payer(one).equals(Debtors.payer(debt)))
            .toList();
    draft.change(strangers().id(), List.of(), theirs.stream().map(Receivable::id).toList());
    for (Receivable one : theirs) {
      draft.put(Ledger.ofDistributor(id), one.of(id));
      draft
          .own()
          .find(FollowUp.class, one.followUp())
          .ifPresent(reminder -> draft.put(draft.own().id(), reminder.of(id)));
    }
    draft.say("owed.recorded", Map.of("title", debt.customer()));
    asking.advance(null);
  }
}
