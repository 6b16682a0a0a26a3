package dev.zhaoshang.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a superior wants a rep to sell in a month; in the rep's ledger. It stands beside what the
 * rep told of that month, so that neither writes over the other; {@link #months} reads them
 * together.
 *
 * @param id see {@link #id(String, String)}
 * @param month {@code 2026-03}
 * @param rep id of the rep
 * @param boxes not below zero
 * @param by id of the superior
 * @param byName name of the superior
 * @param turn in which it was set
 * @param at when it was set
 * @param askAt when the rep is asked what came of it; null once that was done
 */
public record AssignedTarget(
    String id,
    String month,
    String rep,
    long boxes,
    String by,
    String byName,
    String turn,
    Instant at,
    @Nullable Instant askAt)
    implements LedgerEntry, Timely {

  /** Its id in a ledger. */
  public static String id(String month, String by) {
    return "target-" + month + ":" + by;
  }

  /** What was set last for a month. */
  public static Optional<AssignedTarget> last(Ledger ledger, String month) {
    return ledger.all(AssignedTarget.class).stream()
        .filter(one -> one.month().equals(month))
        .max(Comparator.comparing(AssignedTarget::at));
  }

  /** A month of the rep's own as it stands under what a superior set, if one did. */
  public static Performance over(Ledger ledger, Performance month) {
    return month.customer().isEmpty()
        ? last(ledger, month.month()).map(month::under).orElse(month)
        : month;
  }

  /** The months of a ledger of which anything is told or set. */
  public static List<Performance> months(Ledger ledger) {
    List<Performance> told = ledger.all(Performance.class);
    List<Performance> all = new ArrayList<>(told);
    ledger.all(AssignedTarget.class).stream()
        .filter(one -> all.stream().noneMatch(other -> other.month().equals(one.month())))
        .forEach(one -> all.add(Performance.of(YearMonth.parse(one.month()), "", one.rep())));
    return all.stream()
        .map(month -> over(ledger, month))
        .filter(month -> !month.isEmpty())
        .toList();
  }

  @Override
  public AssignedTarget later(@Nullable Instant next) {
    return new AssignedTarget(id, month, rep, boxes, by, byName, turn, at, next);
  }

  @Override
  public Instant planned() {
    return askAt == null ? at : askAt;
  }

  @Override
  public @Nullable Instant due() {
    return askAt;
  }
}
