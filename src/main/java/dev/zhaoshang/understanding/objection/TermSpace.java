package dev.zhaoshang.understanding.objection;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One kind of terms: those that occur in at least two examples, weighed by how rare they are. A
 * text becomes a sparse unit vector over them.
 */
final class TermSpace {

  private static final int LEAST_EXAMPLES = 2;

  private final Map<String, Integer> index = new HashMap<>();
  private final List<String> names;
  private final float[] rarity;

  /**
   * Learns which terms there are.
   *
   * @param examples the terms of each example
   */
  TermSpace(List<List<String>> examples) {
    Map<String, Integer> found = new HashMap<>();
    for (List<String> terms : examples) {
      new HashSet<>(terms).forEach(term -> found.merge(term, 1, Integer::sum));
    }
    found.values().removeIf(count -> count < LEAST_EXAMPLES);
    names = found.keySet().stream().sorted().toList();
    rarity = new float[names.size()];
    for (String name : names) {
      int i = index.size();
      index.put(name, i);
      int count = found.getOrDefault(name, 1);
      rarity[i] = (float) (Math.log((1.0 + examples.size()) / (1 + count)) + 1);
    }
  }

  private TermSpace(List<String> names, float[] rarity) {
    this.names = List.copyOf(names);
    this.rarity = rarity;
    names.forEach(name -> index.put(name, index.size()));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(names.size());
    for (int i = 0; i < names.size(); i++) {
      out.writeUTF(names.get(i));
      out.writeFloat(rarity[i]);
    }
  }

  /** What {@link #write} wrote. */
  static TermSpace read(DataInputStream in) throws IOException {
    float[] rarity = new float[in.readInt()];
    List<String> names = new ArrayList<>(rarity.length);
    for (int i = 0; i < rarity.length; i++) {
      names.add(in.readUTF());
      rarity[i] = in.readFloat();
    }
    return new TermSpace(names, rarity);
  }

  int size() {
    return names.size();
  }

  String name(int term) {
    return names.get(term);
  }

  /**
   * Adds the weights of a text's terms, by ascending number.
   *
   * @param offset of the numbers
   */
  void add(List<String> terms, int offset, List<Feature> features) {
    int[] found =
        terms.stream().map(index::get).filter(Objects::nonNull).mapToInt(i -> i).sorted().toArray();
    int first = features.size();
    double square = 0;
    for (int from = 0, to = 0; from < found.length; from = to) {
      while (to < found.length && found[to] == found[from]) {
        to++;
      }
      float weight = (float) (1 + Math.log(to - from)) * rarity[found[from]];
      square += (double) weight * weight;
      features.add(new FeatureNode(offset + found[from], weight));
    }
    float length = (float) Math.sqrt(Math.max(square, 1e-12));
    for (Feature feature : features.subList(first, features.size())) {
      feature.setValue((float) feature.getValue() / length);
    }
  }
}
