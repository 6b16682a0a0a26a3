package dev.zhaoshang.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;
import org.HdrHistogram.Histogram;

/**
 * A working day of many reps, played through second by second. Turns come by a Poisson process
 * whose rate follows the hours, wait for a free core and hold it for what a turn was measured to
 * cost; the replies then wait for the platform, interactive ones before reminders.
 */
final class Day {

  /** Sends that the platform takes in a second from one bot. */
  static final int SENDS_PER_BOT = 30;

  /** Share of a rep's turns in each hour of the day, in percent. */
  private static final int[] PERCENT = {
    0, 0, 0, 0, 0, 0, 0, 1, 6, 11, 13, 9, 4, 6, 12, 12, 9, 7, 5, 3, 1, 1, 0, 0
  };

  /** When reps are asked to check in, as the default rhythm has it. */
  private static final int CHECK_IN_SECOND = 18 * 3600;

  private static final int SECONDS = 24 * 3600;
  private static final long LONGEST_MICROS = 8L * 3600 * 1_000_000;

  private final Plan plan;
  private final Random random;
  private final PriorityQueue<Double> cores = new PriorityQueue<>();
  private final Deque<Double> interactive = new ArrayDeque<>();
  private final Histogram turnWaits = new Histogram(LONGEST_MICROS, 3);
  private final Histogram sendWaits = new Histogram(LONGEST_MICROS, 3);
  private long reminders;
  private int remindersDone;
  private double busy;

  private Day(Plan plan, long seed) {
    this.plan = plan;
    this.random = new Random(seed);
    for (int core = 0; core < plan.cores(); core++) {
      cores.add(0.0);
    }
  }

  /**
   * What is to be played.
   *
   * @param reps who work that day, and each have a check-in due
   * @param turns of a rep in a day
   * @param replies to a turn
   * @param cpuSeconds that a turn holds a core, as measured
   * @param cores of all instances together that turns may use
   * @param bots that share the reps
   */
  record Plan(int reps, int turns, double replies, double cpuSeconds, int cores, int bots) {}

  /**
   * What came of it.
   *
   * @param turnWaits microseconds from a turn's arrival to its end
   * @param sendWaits microseconds from a reply's turn to its acceptance by the platform
   * @param remindersSeconds from six o'clock to the last check-in that was sent; not-a-number when
   *     they were not all sent that day
   * @param busiest share of the cores' time that the busiest hour takes, 1 for all
   */
  record Result(
      Histogram turnWaits, Histogram sendWaits, double remindersSeconds, double busiest) {}

  static Result play(Plan plan, long seed) {
    return new Day(plan, seed).play();
  }

  private Result play() {
    double busiest = 0;
    for (int second = 0; second < SECONDS; second++) {
      if (second % 3600 == 0) {
        busy = 0;
      }
      if (second == CHECK_IN_SECOND) {
        reminders = plan.reps();
      }
      arrive(second);
      send(second);
      busiest = Math.max(busiest, busy / 3600 / plan.cores());
    }
    double sent = reminders > 0 ? Double.NaN : remindersDone - CHECK_IN_SECOND;
    return new Result(turnWaits, sendWaits, sent, busiest);
  }

  private void arrive(int second) {
    double perSecond = (double) plan.reps() * plan.turns() * PERCENT[second / 3600] / 100 / 3600;
    double[] arrivals = random.doubles(poisson(perSecond)).sorted().toArray();
    for (double within : arrivals) {
      double at = second + within;
      double cost = plan.cpuSeconds() * (0.5 + random.nextDouble());
      double end = Math.max(at, cores.remove()) + cost;
      cores.add(end);
      busy += cost;
      record(turnWaits, end - at);
      for (int reply = poisson(plan.replies()); reply > 0; reply--) {
        interactive.add(end);
      }
    }
  }

  private void send(int second) {
    int slots = SENDS_PER_BOT * plan.bots();
    for (int slot = 0; slot < slots; slot++) {
      double at = second + (double) slot / slots;
      Double since = interactive.peek();
      if (since != null && since <= at) {
        interactive.remove();
        record(sendWaits, at - since);
      } else if (reminders > 0) {
        reminders--;
        remindersDone = second + 1;
      }
    }
  }

  private static void record(Histogram waits, double seconds) {
    waits.recordValue(Math.min(LONGEST_MICROS, Math.round(seconds * 1e6)));
  }

  /** Knuth's method, in steps small enough for the exponential. */
  private int poisson(double mean) {
    int count = 0;
    for (double left = mean; left > 0; left -= 30) {
      double limit = Math.exp(-Math.min(left, 30));
      for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
        count++;
      }
    }
    return count;
  }
}
