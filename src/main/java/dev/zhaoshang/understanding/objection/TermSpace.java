package dev.zhaoshang.understanding.objection;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One kind of terms: those that occur in at least three examples, weighed by how rare they are. A
 * text becomes a sparse unit vector over them.
 */
final class TermSpace {

  private static final int LEAST_EXAMPLES = 3;
  private static final int NONE = -1;

  private final Map<String, Integer> index = new HashMap<>();
  private final List<String> names;
  private final float[] rarity;

  private TermSpace(List<String> names, float[] rarity) {
    this.names = List.copyOf(names);
    this.rarity = rarity;
    names.forEach(name -> index.put(name, index.size()));
  }

  /**
   * What was learnt of examples.
   *
   * @param space the terms that count
   * @param found for each example the numbers of its terms, ascending, as often as they occur
   */
  record Learnt(TermSpace space, List<int[]> found) {}

  /**
   * Learns which terms there are. Each term of an example is looked up once: they are a million.
   *
   * @param examples the terms of each example
   */
  static Learnt learn(List<List<String>> examples) {
    Map<String, Integer> met = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    // in what order they are met plays no part in what is learnt
    List<int[]> rows =
        examples.parallelStream()
            .map(terms -> terms.stream().mapToInt(term -> number(met, next, term)).toArray())
            .toList();
    int[] counts = counts(rows, next.get());
    List<String> names =
        met.entrySet().stream()
            .filter(term -> counts[term.getValue()] >= LEAST_EXAMPLES)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    int[] places = new int[counts.length];
    Arrays.fill(places, NONE);
    float[] rarity = new float[names.size()];
    for (int i = 0; i < rarity.length; i++) {
      int number = Objects.requireNonNull(met.get(names.get(i)));
      places[number] = i;
      rarity[i] = (float) (Math.log((1.0 + rows.size()) / (1 + counts[number])) + 1);
    }
    List<int[]> found =
        rows.parallelStream()
            .map(row -> Arrays.stream(row).map(n -> places[n]).filter(i -> i != NONE))
            .map(row -> row.sorted().toArray())
            .toList();
    return new Learnt(new TermSpace(names, rarity), found);
  }

  private static int number(Map<String, Integer> met, AtomicInteger next, String term) {
    Integer known = met.get(term);
    return known == null ? met.computeIfAbsent(term, t -> next.getAndIncrement()) : known;
  }

  /** In how many rows each number occurs. */
  private static int[] counts(List<int[]> rows, int size) {
    int[] counts = new int[size];
    int[] last = new int[size];
    Arrays.fill(last, NONE);
    for (int row = 0; row < rows.size(); row++) {
      for (int number : rows.get(row)) {
        counts[number] += last[number] == row ? 0 : 1;
        last[number] = row;
      }
    }
    return counts;
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
    add(
        terms.stream().map(index::get).filter(Objects::nonNull).mapToInt(i -> i).sorted().toArray(),
        offset,
        features);
  }

  /** The same, of numbers as they were {@linkplain Learnt#found found}. */
  void add(int[] found, int offset, List<Feature> features) {
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
