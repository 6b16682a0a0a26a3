package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Receivable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whose debts a payment, or the promise of one, is about. */
final class Debtors {

  private final Draft draft;

  Debtors(Draft draft) {
    this.draft = draft;
  }

  /**
   * What those owe who may be meant: whom the words name, else the current customer; what is due
   * first comes first.
   *
   * @param who pays by the words; empty when that is not told
   */
  List<Receivable> owed(String words, String who) {
    Set<String> named = About.allNamed(draft, words);
    Distributor current = draft.current();
    boolean nobody = named.isEmpty() && who.isEmpty();
    Set<String> ids = nobody && current != null ? Set.of(current.id()) : named;
    return new ReceivableView(draft)
        .open().stream()
            .filter(this::isMine)
            .filter(
                one ->
                    one.distributor() == null
                        ? !who.isEmpty() && NameMatch.contains(one.customer(), who)
                        : ids.contains(one.distributor()))
            .toList();
  }

  /** What the same customer owes in all, with this. */
  List<Receivable> owedWith(Receivable debt) {
    return new ReceivableView(draft)
        .open().stream()
            .filter(one -> payer(one).equals(payer(debt)))
            .filter(this::isMine)
            .toList();
  }

  /** Money is booked by who has the customer now, even of a debt that somebody else told. */
  boolean isMine(Receivable one) {
    String me = draft.in().session().rep();
    String id = one.distributor();
    if (id == null) {
      return one.rep().equals(me);
    }
    Distributor loaded = draft.find(id);
    return loaded == null
        ? draft.in().snapshot().portfolio().stream().anyMatch(card -> card.id().equals(id))
        : loaded.owner().equals(me);
  }

  /** Whose debt it is. */
  static String payer(Receivable one) {
    String distributor = one.distributor();
    return distributor == null ? one.customer().toLowerCase(Locale.ROOT) : distributor;
  }

  /** What is owed in all, in hundredths of a yuan. */
  static long left(List<Receivable> owed) {
    return owed.stream().mapToLong(Receivable::left).sum();
  }
}
