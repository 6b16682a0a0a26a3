package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.understanding.remark.PaymentReader;
import dev.zhaoshang.understanding.remark.PaymentReader.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps what customers pay of what they owe; what is due first is paid first. */
final class PaymentFlow implements Flow {

  private static final PaymentReader READER = PaymentReader.load();

  private final Draft draft;
  private final RemarkView view;
  private final ReceivableView debts;

  PaymentFlow(Draft draft) {
    this.draft = draft;
    this.view = new RemarkView(draft);
    this.debts = new ReceivableView(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.PAID) {
      return false;
    }
    String words = view.words(meaning);
    ZonedDateTime now = draft.in().now().atZone(draft.rhythm().zone());
    if (READER.promises(words, now)) {
      draft.say("paid.promised", Map.of());
      return true;
    }
    Optional<Payment> told = READER.read(words, now);
    if (told.isEmpty()) {
      draft.say("paid.how", Map.of());
      return true;
    }
    List<Receivable> owed = owed(words, told.get().who());
    if (owed.isEmpty()) {
      draft.say("paid.none", Map.of("who", who(words, told.get().who())));
    } else {
      pay(owed, told.get().yuan() == null ? left(owed) : fen(told.get().yuan()));
    }
    return true;
  }

  /** What the one who paid owes: whom the words name, else the current customer. */
  private List<Receivable> owed(String words, String who) {
    Optional<About> named = About.named(draft, words);
    Distributor current = draft.current();
    String id =
        named.isPresent()
            ? named.get().distributor()
            : who.isEmpty() && current != null ? current.id() : null;
    String name = who.toLowerCase(Locale.ROOT);
    return debts.open().stream()
        .filter(one -> one.rep().equals(draft.in().session().rep()))
        .filter(
            one ->
                id == null
                    ? !name.isEmpty() && one.customer().toLowerCase(Locale.ROOT).contains(name)
                    : id.equals(one.distributor()))
        .toList();
  }

  private String who(String words, String who) {
    String named = About.named(draft, words).map(About::title).orElse(who);
    return named.isEmpty() ? draft.text("owed.somebody", Map.of()) : named;
  }

  private static long fen(BigDecimal yuan) {
    return PriceSeen.fen(yuan);
  }

  private static long left(List<Receivable> owed) {
    return owed.stream().mapToLong(Receivable::left).sum();
  }

  private void pay(List<Receivable> owed, long fen) {
    long rest = fen;
    List<Receivable> after = new ArrayList<>();
    for (Receivable one : owed) {
      long part = Math.min(rest, one.left());
      if (part > 0) {
        rest -= part;
        after.add(pay(one, part));
      } else {
        after.add(one);
      }
    }
    Map<String, String> values = new HashMap<>(debts.values(owed.get(0)));
    values.put("paid", PriceSeen.yuan(fen - rest));
    values.put("left", PriceSeen.yuan(left(after)));
    values.put("over", PriceSeen.yuan(rest));
    Optional<Receivable> next = after.stream().filter(Receivable::isOpen).findFirst();
    Instant until = next.map(debts::until).orElse(null);
    values.put("when", until == null ? "" : view.day(until));
    String id =
        next.isPresent()
            ? until == null ? "paid.part.undated" : "paid.part"
            : rest > 0 ? "paid.over" : "paid.all";
    draft.say(
        id,
        values,
        new Button(
            draft.text("button.receivables", Map.of()),
            Buttons.data(Buttons.COMMAND, "receivables")),
        view.undo());
  }

  private Receivable pay(Receivable one, long part) {
    Receivable paid = one.paid(part, draft.in().now());
    draft.put(new About(one.distributor(), "").ledger(draft), paid);
    if (paid.isOpen()) {
      remind(paid);
    } else {
      view.done(one.followUp());
    }
    return paid;
  }

  /** The reminder is of what is left, on the same day. */
  private void remind(Receivable one) {
    draft
        .own()
        .find(FollowUp.class, one.followUp())
        .filter(FollowUp::isOpen)
        .ifPresent(
            reminder ->
                draft.put(
                    draft.own().id(),
                    reminder.saying(draft.text("owed.collect", debts.values(one)))));
  }
}
