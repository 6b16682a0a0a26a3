package dev.zhaoshang.understanding.objection;

import de.bwaldvogel.liblinear.Feature;
import dev.zhaoshang.understanding.learning.Features;
import dev.zhaoshang.understanding.learning.LinearModel;
import dev.zhaoshang.understanding.learning.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Says why a text scores as it does: by which words, and which examples are near. */
public final class Explainer {

  /**
   * A piece of a text that counted.
   *
   * @param words characters as normalised, or syllables
   * @param weight positive when it speaks for the answer, negative against it; in log-odds
   */
  public record Reason(String words, double weight) {}

  /**
   * An example that is like a text.
   *
   * @param likeness 0 to 1
   */
  public record Neighbour(Example example, double likeness) {}

  private final List<Example> examples;
  private final List<Feature[]> rows;
  private final Features features;
  private final LinearModel any;
  private final Map<String, LinearModel> which;

  Explainer(
      List<Example> examples, Features features, LinearModel any, Map<String, LinearModel> which) {
    this.examples = examples;
    this.features = features;
    this.rows = examples.stream().map(e -> features.of(Normalizer.normalize(e.text()))).toList();
    this.any = any;
    this.which = which;
  }

  /** The examples most like the text, likest first. */
  public List<Neighbour> nearest(String text, int count) {
    Feature[] row = features.of(Normalizer.normalize(text));
    Map<Integer, Double> weights = new HashMap<>();
    Arrays.stream(row).forEach(f -> weights.put(f.getIndex(), f.getValue()));
    double own = product(weights, row);
    return IntStream.range(0, examples.size())
        .mapToObj(i -> new Neighbour(examples.get(i), likeness(weights, own, rows.get(i))))
        .sorted(Comparator.comparingDouble(Neighbour::likeness).reversed())
        .limit(count)
        .toList();
  }

  private double likeness(Map<Integer, Double> weights, double own, Feature[] row) {
    double square = 0;
    for (Feature f : row) {
      square += f.getIndex() == features.size() ? 0 : f.getValue() * f.getValue();
    }
    return square == 0 || own == 0 ? 0 : product(weights, row) / Math.sqrt(own * square);
  }

  private double product(Map<Integer, Double> weights, Feature[] row) {
    double sum = 0;
    for (Feature f : row) {
      if (f.getIndex() != features.size()) {
        sum += weights.getOrDefault(f.getIndex(), 0.0) * f.getValue();
      }
    }
    return sum;
  }

  /** What speaks for and against any objection at all, strongest first. */
  public List<Reason> whyAny(String text, int count) {
    return why(any, text, count);
  }

  /** What speaks for and against that objection rather than another, strongest first. */
  public List<Reason> why(String objection, String text, int count) {
    LinearModel model = which.get(objection);
    if (model == null) {
      throw new IllegalArgumentException("No objection " + objection);
    }
    return why(model, text, count);
  }

  private List<Reason> why(LinearModel model, String text, int count) {
    return Arrays.stream(features.of(Normalizer.normalize(text)))
        .map(f -> new Reason(features.name(f.getIndex()), model.weight(f)))
        .filter(reason -> !reason.words().isBlank())
        .sorted(Comparator.comparingDouble((Reason r) -> Math.abs(r.weight())).reversed())
        .limit(count)
        .toList();
  }
}
