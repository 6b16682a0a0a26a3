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
 * @param floor what a superior set: the rep's own target is not below it; null while none did
 * @param setBy name of that superior; null while none did
 * @param flow where a customer's goods went, in the rep's words; null while it was not told
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
    @Nullable String flow)
    implements LedgerEntry, Timely {

  /** One of which nothing is told yet. */
  public static Performance of(YearMonth month, String customer, String rep) {
    return new Performance(
        id(month), month.toString(), customer, rep, null, null, "", null, null, null, null);
  }

  /** Its id in a ledger. */
  public static String id(YearMonth month) {
    return "performance-" + month;
  }

  /** The same with a target, about which the rep is asked at that time. */
  public Performance targeted(long boxes, @Nullable Instant ask) {
    return new Performance(
        id, month, customer, rep, boxes, result, reason, ask, floor, setBy, flow);
  }

  /** The same with the target that a superior of that name set. */
  public Performance assigned(long boxes, String superior, @Nullable Instant ask) {
    return new Performance(
        id, month, customer, rep, boxes, result, reason, ask, boxes, superior, flow);
  }

  /**
   * The same without what a superior set last: as it was before that, but for what the rep told
   * since.
   *
   * @param before null when nothing was on record
   */
  public Performance unassigned(@Nullable Performance before) {
    boolean raised = target != null && !target.equals(floor);
    Long own = raised ? target : before == null ? null : before.target;
    return new Performance(
        id,
        month,
        customer,
        rep,
        own,
        result,
        reason,
        raised ? askAt : before == null ? null : before.askAt,
        before == null ? null : before.floor,
        before == null ? null : before.setBy,
        flow);
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
        id, month, customer, rep, target, boxes, reason, askAt, floor, setBy, flow);
  }

  /** The same with where the goods went. */
  public Performance flowing(String whither) {
    return new Performance(
        id, month, customer, rep, target, result, reason, askAt, floor, setBy, whither);
  }

  /** What of the target was reached, in percent; null when that cannot be told. */
  public @Nullable Long share() {
    return target == null || target == 0 || result == null ? null : 100 * result / target;
  }

  /** The same with the reason for its gap. */
  public Performance because(String why) {
    return new Performance(id, month, customer, rep, target, result, why, null, floor, setBy, flow);
  }

  /** What is missing to the target; not above zero when nothing is. */
  public long gap() {
    return (target == null ? 0 : target) - (result == null ? 0 : result);
  }

  @Override
  public Performance later(@Nullable Instant next) {
    return new Performance(
        id, month, customer, rep, target, result, reason, next, floor, setBy, flow);
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
