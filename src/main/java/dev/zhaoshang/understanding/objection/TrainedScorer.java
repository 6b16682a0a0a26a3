package dev.zhaoshang.understanding.objection;

import de.bwaldvogel.liblinear.Feature;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.ObjectionScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Two questions in a row: does the text raise any objection, and if so, which. The score of an
 * objection is the probability of the first yes, times the root of that of the second: the root
 * lets two objections in one text both score high. A text that stands among the examples is what
 * its example says.
 */
public final class TrainedScorer implements ObjectionScorer {

  /** What a text that stands among the examples scores at least. */
  private static final double KNOWN = 0.98;

  private final List<Example> examples;
  private final Features features;
  private final LinearModel any;
  private final Map<String, LinearModel> which;
  private final Map<String, Set<String>> known;

  private TrainedScorer(
      List<Example> examples,
      Features features,
      LinearModel any,
      Map<String, LinearModel> which,
      Map<String, Set<String>> known) {
    this.examples = examples;
    this.features = features;
    this.any = any;
    this.which = which;
    this.known = known;
  }

  /**
   * Learns from examples.
   *
   * @param objections ids of all objections, whether an example has them or not
   */
  static TrainedScorer train(List<String> objections, List<Example> examples) {
    List<String> texts = examples.stream().map(e -> Normalizer.normalize(e.text())).toList();
    Features features = new Features(texts);
    List<Feature[]> rows = texts.parallelStream().map(features::of).toList();
    Map<String, Set<String>> known = new HashMap<>();
    List<Feature[]> raisingRows = new ArrayList<>();
    List<Example> raising = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> raised = examples.get(i).objections();
      known.computeIfAbsent(texts.get(i), t -> new LinkedHashSet<>()).addAll(raised);
      if (!raised.isEmpty()) {
        raisingRows.add(rows.get(i));
        raising.add(examples.get(i));
      }
    }
    LinearModel any = model(features, rows, examples, labels -> !labels.isEmpty());
    Map<String, LinearModel> which =
        objections.parallelStream()
            .collect(
                Collectors.toMap(
                    id -> id,
                    id -> model(features, raisingRows, raising, labels -> labels.contains(id))));
    return new TrainedScorer(List.copyOf(examples), features, any, which, known);
  }

  private static LinearModel model(
      Features features,
      List<Feature[]> rows,
      List<Example> examples,
      Predicate<List<String>> question) {
    List<Integer> answers =
        examples.stream().map(e -> question.test(e.objections()) ? 1 : 0).toList();
    return LinearModel.train(features.size(), rows, answers);
  }

  @Override
  public List<Meaning.Scored> rank(String text) {
    String normalized = Normalizer.normalize(text);
    Feature[] row = features.of(normalized);
    Set<String> example = known.get(normalized);
    double raised = any.probability(row);
    return which.entrySet().stream()
        .map(e -> new Meaning.Scored(e.getKey(), raised * Math.sqrt(e.getValue().probability(row))))
        .map(scored -> example == null ? scored : asExample(scored, example))
        .sorted(
            Comparator.comparingDouble(Meaning.Scored::score)
                .reversed()
                .thenComparing(Meaning.Scored::objection))
        .toList();
  }

  private static Meaning.Scored asExample(Meaning.Scored scored, Set<String> example) {
    double score =
        example.contains(scored.objection())
            ? KNOWN + (1 - KNOWN) * scored.score()
            : (1 - KNOWN) * scored.score();
    return new Meaning.Scored(scored.objection(), score);
  }

  /** Says why texts score as they do; takes about a second to make. */
  public Explainer explainer() {
    return new Explainer(examples, features, any, which);
  }
}
