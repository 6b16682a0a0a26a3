package dev.zhaoshang.understanding.beyond;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Objection;
import dev.zhaoshang.understanding.text.Script;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Further cards: objections beyond the eight, which the scorer has learnt, that have a card of
 * their own. What is nearer to an example of such a card than to all others is its. Nearness is the
 * cosine of runs of characters or words, weighted by their rarity. Immutable.
 */
public final class FurtherCards {

  /** Below this the nearest example is not near. */
  private static final double NEAR = 0.14;

  /** So much nearer than all others it has to be. */
  private static final double MARGIN = 0.03;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");
  private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final int[] NOWHERE = {};

  /** Stands for the eight, and for what no card covers. */
  private static final String OTHERS = "";

  private final List<String> owners = new ArrayList<>();

  /** By run, the numbers of the examples that have it. */
  private final Map<String, int[]> index = new HashMap<>();

  /** Of each example, by its number: the root of the squared weights of its runs. */
  private final double[] lengths;

  private final Script script;

  /**
   * Takes the examples of all cards; none, where all of them are of the eight.
   *
   * @param script turns traditional characters into simplified ones
   */
  public FurtherCards(Content content, Script script) {
    this.script = script;
    List<String> texts = new ArrayList<>();
    List<Objection> cards = content.further().isEmpty() ? List.of() : content.cards();
    for (Objection card : cards) {
      String owner = content.further().containsKey(card.id()) ? card.id() : OTHERS;
      Stream.of(card.examples(), card.together())
          .flatMap(examples -> examples.values().stream())
          .flatMap(List::stream)
          .forEach(text -> add(text, owner, texts));
    }
    content.uncovered().values().stream()
        .flatMap(List::stream)
        .filter(text -> !cards.isEmpty())
        .forEach(text -> add(text, OTHERS, texts));
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

  /** The id of the further card that answers a text; empty when others are as near. */
  public Optional<String> of(String text) {
    double[] near = owners.isEmpty() ? new double[0] : nearness(text);
    int best = -1;
    double others = 0;
    for (int i = 0; i < near.length; i++) {
      if (owners.get(i).equals(OTHERS)) {
        others = Math.max(others, near[i]);
      } else if (best < 0 || near[i] > near[best]) {
        best = i;
      }
    }
    return best >= 0 && near[best] > Math.max(NEAR, others + MARGIN)
        ? Optional.of(owners.get(best))
        : Optional.empty();
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
