package dev.zhaoshang.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A day of 100,000 reps from what a turn was measured to cost: how many cores and bots it takes.
 */
final class DayPart implements Part {

  private static final long SEED = 20_261_124;
  private static final int REPS = 100_000;

  /** Assumed: a rep speaks so often on a working day, and each turn has so many replies. */
  private static final int TURNS = 30;

  private static final double REPLIES = 1.2;

  /** Cores of all instances, and bots, that are tried. */
  private static final int[][] TRIED = {{4, 1}, {1, 5}, {2, 5}, {2, 6}, {4, 10}};

  @Override
  public String name() {
    return "day";
  }

  @Override
  public void run(Options options, Report report) {
    report.section("A day of 100,000 reps, simulated");
    report.line(
        "%,d turns a rep, %s replies a turn, %s ms of a core a turn, %d sends/s a bot, seed %d.\n"
            .formatted(
                TURNS,
                Report.number(REPLIES),
                Report.number(options.turnMillis()),
                Day.SENDS_PER_BOT,
                SEED));
    List<List<String>> rows = new ArrayList<>();
    for (int[] tried : TRIED) {
      Day.Plan plan =
          new Day.Plan(REPS, TURNS, REPLIES, options.turnMillis() / 1000, tried[0], tried[1]);
      rows.add(row(plan, Day.play(plan, SEED)));
    }
    report.table(
        List.of(
            "cores",
            "bots",
            "busiest hour",
            "turn p50 s",
            "turn p99 s",
            "sent after p50 s",
            "sent after p99 s",
            "check-ins take min"),
        rows);
  }

  private static List<String> row(Day.Plan plan, Day.Result day) {
    return List.of(
        Integer.toString(plan.cores()),
        Integer.toString(plan.bots()),
        Report.number(Math.rint(day.busiest() * 100)) + " %",
        Report.number(Millis.at(day.turnWaits(), 50) / 1000),
        Report.number(Millis.at(day.turnWaits(), 99) / 1000),
        Report.number(Millis.at(day.sendWaits(), 50) / 1000),
        Report.number(Millis.at(day.sendWaits(), 99) / 1000),
        Double.isNaN(day.remindersSeconds())
            ? "not that day"
            : Report.number(day.remindersSeconds() / 60));
  }
}
