package dev.zhaoshang.command;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.Understanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores the understanding of intake turns and reports where it errs. */
final class IntakeEvaluation {

  private static final int MISSES_SHOWN = 40;

  private final IntakeScore score;
  private final List<String> predictions = new ArrayList<>();

  /** Reads every line and counts. */
  IntakeEvaluation(Content content, Understanding understanding, List<IntakeLine> lines) {
    score = new IntakeScore(content.intake());
    for (IntakeLine line : lines) {
      Meaning meaning = understanding.read(line.text(), line.asked());
      score.add(line, meaning);
      Map<String, Object> prediction = new LinkedHashMap<>();
      prediction.put("id", line.id());
      prediction.put("intent", IntakeScore.intent(meaning));
      prediction.put("fields", IntakeScore.predicted(meaning));
      predictions.add(EvaluationFile.line(prediction));
    }
  }

  IntakeScore score() {
    return score;
  }

  /** One JSON object a line, in the order of the file. */
  List<String> predictions() {
    return List.copyOf(predictions);
  }

  /** The readable report; its last line is the figures. */
  List<String> report() {
    List<String> report = new ArrayList<>();
    report.add(Tally.head("field"));
    score.fields().forEach((id, tally) -> report.add(tally.row(id)));
    report.add("");
    report.add("Intents taken for others:");
    score.intents().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(e -> report.add("  " + e.getValue() + "  " + e.getKey()));
    report.add("");
    report.add("Worst confusions, most fields first:");
    score.misses().stream()
        .sorted(Comparator.comparingInt(miss -> -miss.wrong().size()))
        .limit(MISSES_SHOWN)
        .forEach(miss -> report.add(shown(miss)));
    report.add("");
    report.add(figures());
    return report;
  }

  private static String shown(IntakeScore.Miss miss) {
    IntakeLine line = miss.line();
    return String.format(
        "  %s %s asked=%s \"%s\"%n      gold %s %s%n      read %s %s",
        line.id(),
        miss.wrong(),
        line.asked(),
        line.text(),
        line.intent(),
        line.gold(),
        miss.intent(),
        miss.fields());
  }

  private String figures() {
    Tally total = score.total();
    return String.format(
        Locale.ROOT,
        "intake n=%d precision=%.4f recall=%.4f f1=%.4f intentAccuracy=%.4f wrongOverwrite=%.4f",
        score.lines(),
        total.precision(),
        total.recall(),
        total.f1(),
        score.intentAccuracy(),
        score.wrongOverwrite());
  }
}
