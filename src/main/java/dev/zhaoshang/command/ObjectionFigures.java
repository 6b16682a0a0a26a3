package dev.zhaoshang.command;

import dev.zhaoshang.content.Objection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The figures of an evaluation of objections; {@code NaN} where there is no line to count.
 *
 * @param n lines
 * @param top1 share of objection lines whose best fired label is right
 * @param rank1 share of objection lines with a right label first
 * @param top3 share of objection lines with a right label among the first three
 * @param recall share of objection lines where anything fired
 * @param falseAlarm share of lines without objection where anything fired
 * @param macroF1 mean F1 over the eight objections, on fired labels
 */
record ObjectionFigures(
    int n,
    double top1,
    double rank1,
    double top3,
    double recall,
    double falseAlarm,
    double macroF1) {

  private static final int FIRST = 3;

  static ObjectionFigures of(List<JudgedText> judged) {
    List<JudgedText> raising = judged.stream().filter(j -> j.line().raises()).toList();
    List<JudgedText> silent = judged.stream().filter(j -> !j.line().raises()).toList();
    return new ObjectionFigures(
        judged.size(),
        share(raising, JudgedText::top1),
        share(raising, j -> j.within(1)),
        share(raising, j -> j.within(FIRST)),
        share(raising, j -> !j.fired().isEmpty()),
        share(silent, j -> !j.fired().isEmpty()),
        Objection.IDS.stream().mapToDouble(id -> Label.of(id, judged).f1()).average().orElse(0));
  }

  static double share(List<JudgedText> of, Predicate<JudgedText> counts) {
    return of.isEmpty() ? Double.NaN : of.stream().filter(counts).count() / (double) of.size();
  }

  /** The last line of the report. */
  String line() {
    return String.format(
        Locale.ROOT,
        "objections n=%d top1=%.4f rank1=%.4f top3=%.4f recall=%.4f falseAlarm=%.4f macroF1=%.4f",
        n,
        top1,
        rank1,
        top3,
        recall,
        falseAlarm,
        macroF1);
  }

  /**
   * How well one objection is told.
   *
   * @param id of the objection
   * @param right lines where it fired and is raised
   * @param fired lines where it fired
   * @param support lines that raise it
   */
  record Label(String id, long right, long fired, long support) {

    static Label of(String id, List<JudgedText> judged) {
      return new Label(
          id,
          judged.stream()
              .filter(j -> j.fired().contains(id) && j.line().labels().contains(id))
              .count(),
          judged.stream().filter(j -> j.fired().contains(id)).count(),
          judged.stream().filter(j -> j.line().labels().contains(id)).count());
    }

    double precision() {
      return fired == 0 ? 0 : right / (double) fired;
    }

    double recall() {
      return support == 0 ? 0 : right / (double) support;
    }

    double f1() {
      return fired + support == 0 ? 0 : 2.0 * right / (fired + support);
    }
  }
}
