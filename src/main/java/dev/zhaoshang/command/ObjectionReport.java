package dev.zhaoshang.command;

import dev.zhaoshang.content.Objection;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.objection.Explainer;
import dev.zhaoshang.understanding.objection.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The readable report of an evaluation of objections. */
final class ObjectionReport {

  private static final int CONFUSIONS = 40;
  private static final int NEIGHBOURS = 2;

  private final Thresholds thresholds;
  private final Explainer explainer;

  ObjectionReport(Thresholds thresholds, Explainer explainer) {
    this.thresholds = thresholds;
    this.explainer = explainer;
  }

  /** The report, line by line; the last one is the figures. */
  List<String> of(List<JudgedText> judged) {
    List<String> lines = new ArrayList<>();
    lines.add(format("%-22s %9s %9s %9s %9s", "objection", "precision", "recall", "F1", "support"));
    Objection.IDS.forEach(id -> lines.add(row(ObjectionFigures.Label.of(id, judged))));
    lines.addAll(parts("lang", judged, j -> j.line().lang()));
    lines.addAll(parts("form", judged, j -> j.line().form()));
    lines.addAll(effect(judged));
    lines.add("");
    lines.add("Worst confusions, the surest first:");
    judged.stream()
        .filter(ObjectionReport::wrong)
        .sorted(Comparator.comparingDouble(ObjectionReport::gravity).reversed())
        .limit(CONFUSIONS)
        .forEach(j -> lines.addAll(confusion(j)));
    lines.add("");
    lines.add(ObjectionFigures.of(judged).line());
    return lines;
  }

  private static String row(ObjectionFigures.Label label) {
    return format(
        "%-22s %9.3f %9.3f %9.3f %9d",
        label.id(), label.precision(), label.recall(), label.f1(), label.support());
  }

  private static List<String> parts(
      String name, List<JudgedText> judged, Function<JudgedText, String> key) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.add(
        format(
            "%-22s %9s %9s %9s %10s %7s", name, "rank1", "top3", "recall", "falseAlarm", "lines"));
    judged.stream()
        .collect(Collectors.groupingBy(key, java.util.TreeMap::new, Collectors.toList()))
        .forEach(
            (value, some) -> {
              ObjectionFigures f = ObjectionFigures.of(some);
              lines.add(
                  format(
                      "%-22s %9.3f %9.3f %9.3f %10.3f %7d",
                      value, f.rank1(), f.top3(), f.recall(), f.falseAlarm(), f.n()));
            });
    return lines;
  }

  /** What other thresholds would do, and how right the offer of three is. */
  private List<String> effect(List<JudgedText> judged) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.add(
        format(
            "%-22s %9s %9s %10s", "score of the likeliest", "precision", "recall", "falseAlarm"));
    for (int tenth = 1; tenth <= 9; tenth++) {
      lines.add(at(tenth / 10.0, "", judged));
    }
    lines.add(at(thresholds.sure(), " = sure", judged));
    lines.add(at(thresholds.unsure(), " = unsure", judged));
    List<JudgedText> offered =
        judged.stream()
            .filter(j -> j.fired().isEmpty() && !thresholds.offered(j.ranked()).isEmpty())
            .toList();
    lines.add(
        format(
            "Offered three to choose from: %d lines, a right one among them in %d, nothing raised in"
                + " %d",
            offered.size(),
            offered.stream().filter(j -> j.within(3)).count(),
            offered.stream().filter(j -> !j.line().raises()).count()));
    return lines;
  }

  private static String at(double threshold, String name, List<JudgedText> judged) {
    List<JudgedText> over = judged.stream().filter(j -> j.best() >= threshold).toList();
    ToDoubleFunction<Boolean> share =
        raises ->
            ObjectionFigures.share(
                judged.stream().filter(j -> j.line().raises() == raises).toList(),
                j -> j.best() >= threshold);
    return format(
        "%-22s %9.3f %9.3f %10.3f",
        format("%.2f%s", threshold, name),
        ObjectionFigures.share(over, j -> j.within(1)),
        share.applyAsDouble(true),
        share.applyAsDouble(false));
  }

  private static boolean wrong(JudgedText judged) {
    return judged.line().raises() ? !judged.top1() || !judged.within(1) : !judged.fired().isEmpty();
  }

  /** Surely wrong is worst; right but unsure is least. */
  private static double gravity(JudgedText judged) {
    return judged.fired().isEmpty() ? -judged.best() : judged.best();
  }

  private List<String> confusion(JudgedText judged) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "  %s [%s %s] %s",
            judged.line().id(), judged.line().lang(), judged.line().form(), judged.line().text()));
    lines.add(format("      gold %s, fired %s", judged.line().labels(), judged.fired()));
    lines.add("      " + ranked(judged.ranked(), 3));
    explainer
        .nearest(judged.line().text(), NEIGHBOURS)
        .forEach(n -> lines.add("      near " + neighbour(n)));
    return lines;
  }

  /** The first of a ranking, in one line. */
  static String ranked(List<Meaning.Scored> ranked, int first) {
    return ranked.stream()
        .limit(first)
        .map(s -> format("%s %.2f", s.objection(), s.score()))
        .collect(Collectors.joining(", "));
  }

  /** An example that is near, in one line. */
  static String neighbour(Explainer.Neighbour neighbour) {
    List<String> objections = neighbour.example().objections();
    return format(
        "%.2f %s: %s",
        neighbour.likeness(),
        objections.isEmpty() ? "nothing" : String.join("+", objections),
        neighbour.example().text());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
