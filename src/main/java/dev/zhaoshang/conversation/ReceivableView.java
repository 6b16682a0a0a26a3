package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What customers owe, in words. */
final class ReceivableView {

  private final Draft draft;
  private final RemarkView view;

  ReceivableView(Draft draft) {
    this.draft = draft;
    this.view = new RemarkView(draft);
  }

  /** What is still owed, of all that the turn has read; what is due first comes first. */
  List<Receivable> open() {
    return view.all(Receivable.class).stream()
        .filter(Receivable::isOpen)
        .sorted(Comparator.comparing(this::until, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /** Whose it is, what is left of it, and what was paid. */
  Map<String, String> values(Receivable one) {
    Map<String, String> values = new HashMap<>();
    values.put(
        "title", one.customer().isEmpty() ? draft.text("owed.somebody", Map.of()) : one.customer());
    values.put("yuan", PriceSeen.yuan(one.left()));
    values.put("all", PriceSeen.yuan(one.fen()));
    values.put("paid", PriceSeen.yuan(one.fen() - one.left()));
    return values;
  }

  /** What is left of it, until when, and what was paid of it. */
  String line(String number, Receivable one) {
    Instant until = until(one);
    boolean late = until != null && until.isBefore(draft.in().now());
    String id = until == null ? "undated" : late ? "late" : "due";
    Map<String, String> values = values(one);
    values.put("n", number);
    values.put("when", until == null ? "" : view.day(until));
    values.put("by", view.by(one.rep()));
    values.put("part", one.left() == one.fen() ? "" : draft.text("receivables.part", values(one)));
    return draft.text("receivables." + id, values);
  }

  /** The reminder tells when it is to be paid: it may have been moved. */
  @Nullable Instant until(Receivable one) {
    Instant told = one.until();
    return draft
        .own()
        .find(FollowUp.class, one.followUp())
        .filter(reminder -> told != null || reminder.note().isEmpty())
        .map(reminder -> told == null ? null : reminder.at())
        .orElse(told);
  }
}
