package dev.zhaoshang.command;

import java.util.Locale;

/** Counts what was predicted against what is right. */
final class Tally {

  private int hits;
  private int spurious;
  private int missed;

  void hit() {
    hits++;
  }

  void spurious() {
    spurious++;
  }

  void missed() {
    missed++;
  }

  void add(Tally other) {
    hits += other.hits;
    spurious += other.spurious;
    missed += other.missed;
  }

  /** How often it is in the gold. */
  int support() {
    return hits + missed;
  }

  /** Share of predictions that are right; 0 when there are none. */
  double precision() {
    return hits == 0 ? 0 : hits / (double) (hits + spurious);
  }

  /** Share of the gold that was found; 0 when there is none. */
  double recall() {
    return hits == 0 ? 0 : hits / (double) (hits + missed);
  }

  /** Harmonic mean of both. */
  double f1() {
    return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + spurious + missed);
  }

  /** A row of a report. */
  String row(String label) {
    return String.format(
        Locale.ROOT, "%-22s %9.3f %9.3f %9.3f %8d", label, precision(), recall(), f1(), support());
  }

  /** The head of the rows. */
  static String head(String label) {
    return String.format(
        Locale.ROOT, "%-22s %9s %9s %9s %8s", label, "precision", "recall", "f1", "support");
  }
}
