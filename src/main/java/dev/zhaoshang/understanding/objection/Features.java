package dev.zhaoshang.understanding.objection;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the classifier sees of a text: the runs of its characters and the runs of its sounds, one
 * after the other in one sparse vector. Numbers start at 1.
 */
final class Features {

  private static final int LONGEST_CHARACTERS = 4;
  private static final int LONGEST_SOUNDS = 3;

  /** Reps set blanks between Chinese words as they like; they mean nothing. */
  private static final Pattern IDLE_BLANK =
      Pattern.compile("(?<=[\\p{IsHan}\\p{P}]) | (?=\\p{IsHan})");

  private final NgramSpace characters;
  private final NgramSpace sounds;

  /** Learns the runs of these examples. */
  Features(List<String> normalized) {
    this.characters = new NgramSpace(normalized, Features::characters, LONGEST_CHARACTERS);
    this.sounds = new NgramSpace(normalized, Syllables::of, LONGEST_SOUNDS);
  }

  private static List<String> characters(String normalized) {
    return NgramSpace.characters(IDLE_BLANK.matcher(normalized).replaceAll(""));
  }

  /** Highest number of a feature; that one is 1 in every text. */
  int size() {
    return characters.size() + sounds.size() + 1;
  }

  /** The features of a text, by ascending number. */
  Feature[] of(String normalized) {
    List<Feature> features = new ArrayList<>();
    add(features, 0, characters.vector(normalized));
    add(features, characters.size(), sounds.vector(normalized));
    features.add(new FeatureNode(size(), 1));
    return features.toArray(Feature[]::new);
  }

  private static void add(List<Feature> features, int offset, Map<Integer, Float> vector) {
    vector.forEach((i, weight) -> features.add(new FeatureNode(offset + i + 1, weight)));
  }

  /**
   * The characters or sounds that a feature stands for; empty for the constant.
   *
   * @param feature number, from 1
   */
  String name(int feature) {
    if (feature == size()) {
      return "";
    }
    int i = feature - 1;
    return i < characters.size()
        ? characters.name(i).replace(NgramSpace.JOINT, "")
        : sounds.name(i - characters.size()).replace(NgramSpace.JOINT, " ");
  }
}
