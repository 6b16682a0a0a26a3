package dev.zhaoshang.understanding.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the classifier sees of a text: its terms, kind after kind, in one sparse vector. Numbers
 * start at 1.
 */
public final class Features {

  private final List<TermSpace> spaces;
  private final int size;

  /**
   * What was learnt of examples.
   *
   * @param features that see their terms
   * @param rows the features of the examples, in their order; much memory, and needed to train only
   */
  public record Learnt(Features features, List<Feature[]> rows) {}

  /** Learns the terms of these examples: one kind after the other, for they take much memory. */
  public static Learnt learn(List<String> normalized) {
    List<TermSpace> spaces = new ArrayList<>();
    List<List<Feature>> rows = new ArrayList<>();
    normalized.forEach(text -> rows.add(new ArrayList<>()));
    int offset = 1;
    for (TermKind kind : TermKind.values()) {
      TermSpace.Learnt learnt = TermSpace.learn(kind, normalized);
      TermSpace space = learnt.space();
      int from = offset;
      IntStream.range(0, rows.size())
          .parallel()
          .forEach(i -> space.add(learnt.found().get(i), from, rows.get(i)));
      spaces.add(space);
      offset += space.size();
    }
    Features features = new Features(spaces);
    return new Learnt(features, rows.stream().map(features::ended).toList());
  }

  private Features(List<TermSpace> spaces) {
    this.spaces = spaces;
    this.size = spaces.stream().mapToInt(TermSpace::size).sum() + 1;
  }

  /** For {@link #read}. */
  public void write(DataOutputStream out) throws IOException {
    for (TermSpace space : spaces) {
      space.write(out);
    }
  }

  /** What {@link #write} wrote. */
  public static Features read(DataInputStream in) throws IOException {
    List<TermSpace> spaces = new ArrayList<>();
    for (TermKind kind : TermKind.values()) {
      spaces.add(TermSpace.read(kind, in));
    }
    return new Features(spaces);
  }

  /** Highest number of a feature; that one is 1 in every text. */
  public int size() {
    return size;
  }

  /** The features of a text, by ascending number. */
  public Feature[] of(String normalized) {
    List<Feature> features = new ArrayList<>();
    int offset = 1;
    for (TermSpace space : spaces) {
      space.add(normalized, offset, features);
      offset += space.size();
    }
    return ended(features);
  }

  private Feature[] ended(List<Feature> features) {
    features.add(new FeatureNode(size, 1));
    return features.toArray(Feature[]::new);
  }

  /**
   * The term that a feature stands for; empty for the constant.
   *
   * @param feature number, from 1
   */
  public String name(int feature) {
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
