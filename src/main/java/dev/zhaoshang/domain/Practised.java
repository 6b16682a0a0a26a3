package dev.zhaoshang.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a rep answers one objection in practice, and when it should be practised again. One an
 * objection, in the rep's ledger.
 *
 * <p>The times between follow SM-2 (P. A. Wozniak, "Optimization of learning", 1990): a day, six
 * days, then each time the last one by the ease; a grade below 3 begins anew, and every grade moves
 * the ease by 0.1 - (5 - grade) (0.08 + (5 - grade) 0.02), never below 1.3.
 *
 * @param id {@code practice:<objection>}
 * @param objection id of the objection
 * @param repetitions times in a row that it was passed
 * @param ease by which the time to the next grows, 1.3 or more
 * @param interval days from the last time to the next
 * @param next when it is due again
 * @param times how often it was practised in all
 * @param recent the latest attempts, newest last, at most {@link #RECENT}; never empty
 */
public record Practised(
    String id,
    String objection,
    int repetitions,
    double ease,
    int interval,
    Instant next,
    int times,
    List<Attempt> recent)
    implements LedgerEntry {

  /** How many attempts are kept. */
  public static final int RECENT = 10;

  /** The lowest grade that passes. */
  public static final int PASS = 3;

  private static final double EASE = 2.5;
  private static final double LEAST_EASE = 1.3;
  private static final int SECOND = 6;

  public Practised {
    recent = List.copyOf(recent);
  }

  /**
   * An attempt.
   *
   * @param at when
   * @param grade 0 to 5 as in SM-2; {@link #PASS} and more passed
   */
  public record Attempt(Instant at, int grade) {

    /** Whether the answer passed. */
    public boolean passed() {
      return grade >= PASS;
    }
  }

  /** The id of an objection's entry. */
  public static String id(String objection) {
    return "practice:" + objection;
  }

  /** After the first attempt. */
  public static Practised first(String objection, Attempt attempt) {
    return new Practised(id(objection), objection, 0, EASE, 0, attempt.at(), 0, List.of())
        .with(attempt);
  }

  /** After one more attempt. */
  public Practised with(Attempt attempt) {
    int miss = 5 - attempt.grade();
    double eased = Math.max(LEAST_EASE, ease + 0.1 - miss * (0.08 + miss * 0.02));
    int row = attempt.passed() ? repetitions + 1 : 0;
    int days =
        switch (row) {
          case 0, 1 -> 1;
          case 2 -> SECOND;
          default -> (int) Math.ceil(interval * ease);
        };
    List<Attempt> attempts = new ArrayList<>(recent);
    attempts.add(attempt);
    List<Attempt> latest = attempts.subList(Math.max(0, attempts.size() - RECENT), attempts.size());
    Instant due = attempt.at().plus(Duration.ofDays(days));
    return new Practised(id, objection, row, eased, days, due, times + 1, latest);
  }

  /** The attempt made last. */
  public Attempt last() {
    return recent.get(recent.size() - 1);
  }

  /** How many of the recent attempts passed. */
  public int passes() {
    return (int) recent.stream().filter(Attempt::passed).count();
  }

  @Override
  public boolean isHistory() {
    return true;
  }
}
