package dev.zhaoshang.understanding.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One kind of terms: those that occur in at least three examples, weighed by how rare they are. A
 * text becomes a sparse unit vector over them.
 */
final class TermSpace {

  private static final int LEAST_EXAMPLES = 3;

  private final TermKind kind;
  private final Vocabulary vocabulary;

  /** Ascending. */
  private final long[] terms;

  /** Of each term. */
  private final float[] rarity;

  private TermSpace(TermKind kind, Vocabulary vocabulary, long[] terms, float[] rarity) {
    this.kind = kind;
    this.vocabulary = vocabulary;
    this.terms = terms;
    this.rarity = rarity;
  }

  /**
   * What was learnt of examples.
   *
   * @param space the terms that count
   * @param found for each example the numbers of its terms, ascending, as often as they occur
   */
  record Learnt(TermSpace space, List<int[]> found) {}

  /** Learns which terms there are. */
  static Learnt learn(TermKind kind, List<String> normalized) {
    List<List<List<String>>> tokens = normalized.parallelStream().map(kind::tokens).toList();
    Vocabulary vocabulary = Vocabulary.of(tokens);
    List<long[]> rows =
        tokens.parallelStream().map(text -> sorted(kind.terms(text, vocabulary))).toList();
    long[] met = rows.parallelStream().flatMapToLong(TermSpace::once).toArray();
    Arrays.parallelSort(met);
    LongStream.Builder terms = LongStream.builder();
    List<Float> rarity = new ArrayList<>();
    for (int from = 0, to = 0; from < met.length; from = to) {
      while (to < met.length && met[to] == met[from]) {
        to++;
      }
      if (to - from >= LEAST_EXAMPLES) {
        terms.add(met[from]);
        rarity.add((float) (Math.log((1.0 + rows.size()) / (1 + to - from)) + 1));
      }
    }
    float[] weights = new float[rarity.size()];
    IntStream.range(0, weights.length).forEach(i -> weights[i] = rarity.get(i));
    TermSpace space = new TermSpace(kind, vocabulary, terms.build().toArray(), weights);
    return new Learnt(space, rows.parallelStream().map(space::numbers).toList());
  }

  private static LongStream once(long[] ascending) {
    return IntStream.range(0, ascending.length)
        .filter(i -> i == 0 || ascending[i] != ascending[i - 1])
        .mapToLong(i -> ascending[i]);
  }

  private static long[] sorted(long[] terms) {
    Arrays.sort(terms);
    return terms;
  }

  /** The numbers of those terms that count, ascending like the terms. */
  private int[] numbers(long[] ascending) {
    return Arrays.stream(ascending)
        .mapToInt(term -> Arrays.binarySearch(terms, term))
        .filter(number -> number >= 0)
        .toArray();
  }

  void write(DataOutputStream out) throws IOException {
    vocabulary.write(out);
    out.writeInt(terms.length);
    for (int i = 0; i < terms.length; i++) {
      out.writeLong(terms[i]);
      out.writeFloat(rarity[i]);
    }
  }

  /** What {@link #write} wrote. */
  static TermSpace read(TermKind kind, DataInputStream in) throws IOException {
    Vocabulary vocabulary = Vocabulary.read(in);
    long[] terms = new long[in.readInt()];
    float[] rarity = new float[terms.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = in.readLong();
      rarity[i] = in.readFloat();
    }
    return new TermSpace(kind, vocabulary, terms, rarity);
  }

  int size() {
    return terms.length;
  }

  String name(int term) {
    return kind.name(terms[term], vocabulary);
  }

  /**
   * Adds the weights of a text's terms, by ascending number.
   *
   * @param offset of the numbers
   */
  void add(String normalized, int offset, List<Feature> features) {
    add(numbers(sorted(kind.terms(kind.tokens(normalized), vocabulary))), offset, features);
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
