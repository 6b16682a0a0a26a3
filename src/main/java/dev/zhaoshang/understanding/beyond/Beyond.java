package dev.zhaoshang.understanding.beyond;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Objection;
import dev.zhaoshang.understanding.text.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Objections beyond the eight that the scorer has learnt. The scorer gives any objection to one of
 * the eight; where a text is nearer to an example of something else than to all of theirs, it is
 * something else, unless a model that was learnt of the same examples is sure of the contrary;
 * where that model says so, about as near is enough. Nearness is the cosine of runs of characters
 * or words, weighted by their rarity. Immutable.
 */
public final class Beyond {

  /** An objection that no card covers. */
  public static final String UNCOVERED = "";

  /** Below this the nearest example is not near. */
  private static final double NEAR = 0.14;

  /** So much nearer than the eight it has to be. */
  private static final double MARGIN = 0.03;

  /** From that probability on about as near is enough. */
  private static final double LIKELY = 0.5;

  /** So little less near is about as near. */
  private static final double ABOUT = 0.06;

  /** Below that probability even nearer is not enough. */
  private static final double UNLIKELY = 0.05;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");
  private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final int[] NOWHERE = {};

  /** Stands for the eight. */
  private static final String COVERED = "covered";

  private final List<String> owners = new ArrayList<>();

  /** By run, the numbers of the examples that have it. */
  private final Map<String, int[]> index = new HashMap<>();

  /** Of each example, by its number: the root of the squared weights of its runs. */
  private final double[] lengths;

  private final Script script;

  /**
   * Takes the examples of all cards and those of uncovered.yml.
   *
   * @param script turns traditional characters into simplified ones
   */
  public Beyond(Content content, Script script) {
    this.script = script;
    List<String> texts = new ArrayList<>();
    for (Objection card : content.cards()) {
      String owner = content.further().containsKey(card.id()) ? card.id() : COVERED;
      Stream.of(card.examples(), card.together())
          .flatMap(examples -> examples.values().stream())
          .flatMap(List::stream)
          .forEach(text -> add(text, owner, texts));
    }
    content.uncovered().values().stream()
        .flatMap(Collection::stream)
        .forEach(text -> add(text, UNCOVERED, texts));
    List<Set<String>> found =
        texts.parallelStream().map(text -> runs(script.simplify(text))).toList();
    Map<String, List<Integer>> examples = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      int example = i;
      found
          .get(i)
          .forEach(run -> examples.computeIfAbsent(run, r -> new ArrayList<>()).add(example));
    }
    examples.forEach(
        (run, numbers) -> index.put(run, numbers.stream().mapToInt(Integer::intValue).toArray()));
    double[] squares = new double[found.size()];
    index.forEach(
        (run, numbers) -> {
          double weight = rarity(run);
          for (int number : numbers) {
            squares[number] += weight * weight;
          }
        });
    lengths = Arrays.stream(squares).map(Math::sqrt).toArray();
  }

  private void add(String text, String owner, List<String> texts) {
    texts.add(text);
    owners.add(owner);
  }

  /**
   * What a text raises beyond the eight.
   *
   * @param likely probability that it is something no card covers, 0 to 1; a half for not known
   * @return the id of a further card, or {@link #UNCOVERED}; empty when the eight are nearer, or
   *     nothing is near
   */
  public Optional<String> of(String text, double likely) {
    double[] near = nearness(text);
    int best = -1;
    double covered = 0;
    for (int i = 0; i < near.length; i++) {
      if (owners.get(i).equals(COVERED)) {
        covered = Math.max(covered, near[i]);
      } else if (best < 0 || near[i] > near[best]) {
        best = i;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    boolean nearer = near[best] > Math.max(NEAR, covered + MARGIN);
    boolean card = !owners.get(best).equals(UNCOVERED);
    boolean agreed = nearer && likely > UNLIKELY;
    boolean learnt = likely > LIKELY && near[best] > covered - ABOUT;
    return (card ? nearer : agreed || learnt) ? Optional.of(owners.get(best)) : Optional.empty();
  }

  /** How near the text is to each example. */
  private double[] nearness(String text) {
    double[] near = new double[owners.size()];
    double square = 0;
    for (String run : runs(script.simplify(text))) {
      double weight = rarity(run);
      square += weight * weight;
      for (int example : index.getOrDefault(run, NOWHERE)) {
        near[example] += weight * weight;
      }
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < near.length; i++) {
      near[i] = near[i] == 0 ? 0 : near[i] / (length * lengths[i]);
    }
    return near;
  }

  /** How rare a run is among the examples. */
  private double rarity(String run) {
    double all = Math.max(2, owners.size());
    return Math.log(all / Math.max(1, index.getOrDefault(run, NOWHERE).length));
  }

  /** Two and three neighbouring characters; in Latin script words and pairs of words. */
  private static Set<String> runs(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Set<String> runs = new HashSet<>();
    if (lower.codePoints().noneMatch(Character::isIdeographic)) {
      String[] words = BETWEEN_WORDS.split(lower.strip(), -1);
      for (int i = 0; i < words.length; i++) {
        runs.add(words[i]);
        if (i + 1 < words.length) {
          runs.add(words[i] + " " + words[i + 1]);
        }
      }
      runs.remove("");
      return runs;
    }
    String plain = SIGN.matcher(lower).replaceAll("");
    for (int size = 2; size <= 3; size++) {
      for (int i = 0; i + size <= plain.length(); i++) {
        runs.add(plain.substring(i, i + size));
      }
    }
    return runs;
  }
}
