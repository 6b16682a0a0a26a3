package dev.zhaoshang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures with their budgets, and what else is worth knowing, as Markdown. */
final class Report {

  private final List<String> figures = new ArrayList<>();
  private final StringBuilder details = new StringBuilder();
  private int missed;

  /**
   * Adds a figure with a budget, which it may not exceed.
   *
   * @param value not-a-number when it could not be measured
   */
  void figure(String what, double value, double budget, String unit) {
    figure(what, value, "≤ " + number(budget) + unit, unit, value <= budget);
  }

  /** Adds a figure that has to reach a goal. */
  void goal(String what, double value, double goal, String unit) {
    figure(what, value, "≥ " + number(goal) + unit, unit, value >= goal);
  }

  private void figure(String what, double value, String budget, String unit, boolean pass) {
    String verdict = Double.isNaN(value) ? "not measured" : pass ? "PASS" : "**MISS**";
    missed += pass ? 0 : 1;
    figures.add(row(what, number(value) + unit, budget, verdict));
  }

  /** Begins a section of details. */
  void section(String title) {
    details.append("\n## ").append(title).append("\n\n");
  }

  /** Adds a line of details. */
  void line(String text) {
    details.append(text).append('\n');
  }

  /** Adds a table of details. */
  void table(List<String> head, List<List<String>> rows) {
    line(row(head.toArray(String[]::new)));
    line(row(head.stream().map(cell -> "---").toArray(String[]::new)));
    rows.forEach(cells -> line(row(cells.toArray(String[]::new))));
    line("");
  }

  /** The report so far. */
  String markdown() {
    String head =
        "# Benchmark\n\n"
            + row("figure", "measured", "budget", "verdict")
            + '\n'
            + row("---", "--:", "--:", "---")
            + '\n';
    return head + String.join("\n", figures) + "\n" + details;
  }

  /** How many figures are over their budget or could not be measured. */
  int missed() {
    return missed;
  }

  /** A number with as many decimals as are of use. */
  static String number(double value) {
    String format = value >= 100 || value == Math.rint(value) ? "%,.0f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
