package dev.zhaoshang.command;

import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.objection.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores the understanding of objections and reports where it errs. */
final class ObjectionEvaluation {

  private final List<JudgedText> judged;
  private final ObjectionReport report;

  private ObjectionEvaluation(List<JudgedText> judged, ObjectionReport report) {
    this.judged = judged;
    this.report = report;
  }

  /** Reads every line as the assistant would when nothing was asked. */
  static ObjectionEvaluation of(Assistant assistant, List<LabelledText> lines) {
    List<JudgedText> judged = new ArrayList<>();
    for (LabelledText line : lines) {
      Meaning meaning = assistant.understanding().read(line.text(), null);
      List<Meaning.Scored> ranked =
          meaning.ranked().isEmpty() ? assistant.scorer().rank(line.text()) : meaning.ranked();
      judged.add(new JudgedText(line, meaning.fired(), ranked));
    }
    Thresholds thresholds = assistant.thresholds();
    return new ObjectionEvaluation(
        List.copyOf(judged), new ObjectionReport(thresholds, assistant.scorer().explainer()));
  }

  ObjectionFigures figures() {
    return ObjectionFigures.of(judged);
  }

  /** One JSON object a line, in the order of the file. */
  List<String> predictions() {
    return judged.stream().map(ObjectionEvaluation::prediction).toList();
  }

  private static String prediction(JudgedText judged) {
    Map<String, Object> prediction = new LinkedHashMap<>();
    prediction.put("id", judged.line().id());
    prediction.put("labels", judged.fired());
    prediction.put("ranked", judged.ranked().stream().map(Meaning.Scored::objection).toList());
    return EvaluationFile.line(prediction);
  }

  /** The readable report; its last line is the figures. */
  List<String> report() {
    return report.of(judged);
  }
}
