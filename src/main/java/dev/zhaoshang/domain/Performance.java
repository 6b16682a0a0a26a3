package dev.zhaoshang.domain;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a month was to bring and what it brought, in boxes: of a rep, in the rep's ledger, or of one
 * customer, in that one's ledger.
 *
 * @param id {@code performance-} and the month
 * @param month {@code 2026-03}
 * @param customer name of the customer; empty for all that the rep sells
 * @param rep id of the rep
 * @param target null while none was set
 * @param result null while none was told
 * @param reason why the target was missed; empty while it was not told
 * @param askAt when the rep is asked for the result and the reason; null once that was done
 * @param floor what a superior set: the rep's own target is not below it; null while none did. It
 *     is only stored in earlier entries; see {@link AssignedTarget}
 * @param setBy name of that superior; null while none did
 * @param flow where a customer's goods went, in the rep's words; null while it was not told
 * @param beyond turn in which a superior set what the target goes beyond; null when nothing was set
 *     when it was told
 */
public record Performance(
    String id,
    String month,
    String customer,
    String rep,
    @Nullable Long target,
    @Nullable Long result,
    String reason,
    @Nullable Instant askAt,
    @Nullable Long floor,
    @Nullable String setBy,
    @Nullable String flow,
    @Nullable String beyond)
    implements LedgerEntry, Timely {

  /** One of which nothing is told yet. */
  public static Performance of(YearMonth month, String customer, String rep) {
    return new Performance(
        id(month), month.toString(), customer, rep, null, null, "", null, null, null, null, null);
  }

  /** Its id in a ledger. */
  public static String id(YearMonth month) {
    return "performance-" + month;
  }

  /**
   * The same with a target that the rep told, about which the rep is asked.
   *
   * @param set what a superior had set; null when none had
   */
  public Performance targeted(long boxes, @Nullable Instant ask, @Nullable AssignedTarget set) {
    String over = set == null ? null : set.turn();
    return new Performance(
        id, month, customer, rep, boxes, result, reason, ask, floor, setBy, flow, over);
  }

  /** The same as it stands under what a superior set: a target that was told since goes beyond. */
  Performance under(AssignedTarget set) {
    boolean higher = target != null && set.turn().equals(beyond);
    return new Performance(
        id,
        month,
        customer,
        rep,
        higher ? target : Long.valueOf(set.boxes()),
        result,
        reason,
        askAt,
        set.boxes(),
        set.byName(),
        flow,
        beyond);
  }

  /** An earlier entry without what a superior set in it. */
  public Performance unassigned() {
    Long own = target != null && target.equals(floor) ? null : target;
    return new Performance(
        id, month, customer, rep, own, result, reason, askAt, null, null, flow, beyond);
  }

  /** Whether nothing is told of it. */
  public boolean isEmpty() {
    return target == null && result == null && reason.isEmpty() && flow == null;
  }

  /** Whether a target of the rep's own would be below what a superior set. */
  public boolean isBelowFloor(long boxes) {
    return floor != null && boxes < floor;
  }

  /** The same with its result. */
  public Performance sold(long boxes) {
    return new Performance(
        id, month, customer, rep, target, boxes, reason, askAt, floor, setBy, flow, beyond);
  }

  /** The same with where the goods went. */
  public Performance flowing(String whither) {
    return new Performance(
        id, month, customer, rep, target, result, reason, askAt, floor, setBy, whither, beyond);
  }

  /** What of the target was reached, in percent; null when that cannot be told. */
  public @Nullable Long share() {
    return target == null || target == 0 || result == null ? null : 100 * result / target;
  }

  /** The same with the reason for its gap. */
  public Performance because(String why) {
    return new Performance(
        id, month, customer, rep, target, result, why, null, floor, setBy, flow, beyond);
  }

  /** What is missing to the target; not above zero when nothing is. */
  public long gap() {
    return (target == null ? 0 : target) - (result == null ? 0 : result);
  }

  @Override
  public Performance later(@Nullable Instant next) {
    return new Performance(
        id, month, customer, rep, target, result, reason, next, floor, setBy, flow, beyond);
  }

  @Override
  public Instant planned() {
    return askAt == null ? Instant.EPOCH : askAt;
  }

  @Override
  public @Nullable Instant due() {
    return askAt;
  }
}
