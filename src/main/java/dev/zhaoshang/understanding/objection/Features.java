package dev.zhaoshang.understanding.objection;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the classifier sees of a text: its terms, kind after kind, in one sparse vector. Numbers
 * start at 1.
 */
final class Features {

  private static final List<Function<String, List<String>>> KINDS =
      List.of(Terms::characters, Terms::sounds, Terms::pairs);

  private final List<TermSpace> spaces;
  private final int size;

  /**
   * What was learnt of examples.
   *
   * @param features that see their terms
   * @param rows the features of the examples, in their order; much memory, and needed to train only
   */
  record Learnt(Features features, List<Feature[]> rows) {}

  /** Learns the terms of these examples. */
  static Learnt learn(List<String> normalized) {
    List<List<List<String>>> terms = normalized.parallelStream().map(Features::terms).toList();
    Features features = new Features(spaces(terms));
    return new Learnt(features, terms.parallelStream().map(features::vector).toList());
  }

  private static List<TermSpace> spaces(List<List<List<String>>> terms) {
    return IntStream.range(0, KINDS.size())
        .parallel()
        .mapToObj(kind -> new TermSpace(terms.stream().map(t -> t.get(kind)).toList()))
        .toList();
  }

  private Features(List<TermSpace> spaces) {
    this.spaces = spaces;
    this.size = spaces.stream().mapToInt(TermSpace::size).sum() + 1;
  }

  void write(DataOutputStream out) throws IOException {
    for (TermSpace space : spaces) {
      space.write(out);
    }
  }

  /** What {@link #write} wrote. */
  static Features read(DataInputStream in) throws IOException {
    List<TermSpace> spaces = new ArrayList<>();
    for (int kind = 0; kind < KINDS.size(); kind++) {
      spaces.add(TermSpace.read(in));
    }
    return new Features(spaces);
  }

  private static List<List<String>> terms(String normalized) {
    return KINDS.stream().map(kind -> kind.apply(normalized)).toList();
  }

  /** Highest number of a feature; that one is 1 in every text. */
  int size() {
    return size;
  }

  /** The features of a text, by ascending number. */
  Feature[] of(String normalized) {
    return vector(terms(normalized));
  }

  private Feature[] vector(List<List<String>> terms) {
    List<Feature> features = new ArrayList<>();
    int offset = 1;
    for (int kind = 0; kind < spaces.size(); kind++) {
      int from = offset;
      spaces
          .get(kind)
          .vector(terms.get(kind))
          .forEach((i, weight) -> features.add(new FeatureNode(from + i, weight)));
      offset += spaces.get(kind).size();
    }
    features.add(new FeatureNode(size, 1));
    return features.toArray(Feature[]::new);
  }

  /**
   * The term that a feature stands for; empty for the constant.
   *
   * @param feature number, from 1
   */
  String name(int feature) {
    int i = feature - 1;
    for (TermSpace space : spaces) {
      if (i < space.size()) {
        return space.name(i);
      }
      i -= space.size();
    }
    return "";
  }
}
