package dev.zhaoshang.understanding.objection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Runs of tokens that occur in at least two examples, weighed by how rare they are. A text becomes
 * a sparse unit vector over them.
 */
final class NgramSpace {

  /** Stands between the tokens of a run. */
  static final String JOINT = "\u0001";

  private static final int LEAST_EXAMPLES = 2;

  private final Function<String, List<String>> tokens;
  private final int longest;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<String> names;
  private final float[] rarity;

  /**
   * Learns which runs there are.
   *
   * @param texts normalised examples
   * @param tokens cuts a normalised text into tokens
   * @param longest tokens in the longest run
   */
  NgramSpace(List<String> texts, Function<String, List<String>> tokens, int longest) {
    this.tokens = tokens;
    this.longest = longest;
    Map<String, Integer> examples = new TreeMap<>();
    for (String text : texts) {
      counts(text).keySet().forEach(run -> examples.merge(run, 1, Integer::sum));
    }
    examples.values().removeIf(count -> count < LEAST_EXAMPLES);
    names = List.copyOf(examples.keySet());
    rarity = new float[names.size()];
    examples.forEach(
        (run, count) -> {
          int i = index.size();
          index.put(run, i);
          rarity[i] = (float) (Math.log((1.0 + texts.size()) / (1 + count)) + 1);
        });
  }

  int size() {
    return names.size();
  }

  String name(int feature) {
    return names.get(feature);
  }

  /** The features of a text, by ascending number. */
  Map<Integer, Float> vector(String normalized) {
    TreeMap<Integer, Float> vector = new TreeMap<>();
    double square = 0;
    for (Map.Entry<String, Integer> run : counts(normalized).entrySet()) {
      Integer i = index.get(run.getKey());
      if (i != null) {
        float weight = (float) (1 + Math.log(run.getValue())) * rarity[i];
        vector.put(i, weight);
        square += (double) weight * weight;
      }
    }
    float length = (float) Math.sqrt(Math.max(square, 1e-12));
    vector.replaceAll((i, weight) -> weight / length);
    return vector;
  }

  private Map<String, Integer> counts(String text) {
    List<String> all = tokens.apply(text);
    Map<String, Integer> counts = new HashMap<>();
    for (int start = 0; start < all.size(); start++) {
      StringBuilder run = new StringBuilder();
      for (int end = start; end < Math.min(all.size(), start + longest); end++) {
        run.append(end > start ? JOINT : "").append(all.get(end));
        counts.merge(run.toString(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** The characters of a text, one token each. */
  static List<String> characters(String text) {
    List<String> characters = new ArrayList<>();
    text.codePoints().forEach(c -> characters.add(Character.toString(c)));
    return characters;
  }
}
