package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Objection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Finds cards by their number or by words: their id, their title, or utterances that raise them.
 */
final class CardSearch {

  private static final int MOST = 3;

  private CardSearch() {}

  /** The cards that fit, best first, at most three; empty when none does. */
  static List<Objection> find(List<Objection> cards, String words) {
    if (words.matches("[1-9]") && Integer.parseInt(words) <= cards.size()) {
      return List.of(cards.get(Integer.parseInt(words) - 1));
    }
    List<Objection> found = byWords(cards, words);
    return found.isEmpty()
        ? Arrays.stream(words.split("[\\s,\uff0c\u3001/]+"))
            .flatMap(word -> byWords(cards, word).stream().limit(1))
            .distinct()
            .limit(MOST)
            .toList()
        : found;
  }

  private static List<Objection> byWords(List<Objection> cards, String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    List<Objection> named =
        cards.stream()
            .filter(
                card ->
                    card.id().equalsIgnoreCase(words)
                        || card.title().zh().contains(wanted)
                        || card.title().en().toLowerCase(Locale.ROOT).contains(wanted))
            .limit(MOST)
            .toList();
    if (!named.isEmpty()) {
      return named;
    }
    ToLongFunction<Objection> raised = card -> raisedWith(card, wanted);
    List<Objection> said =
        cards.stream()
            .filter(card -> raised.applyAsLong(card) > 0)
            .sorted(Comparator.comparingLong(raised).reversed())
            .limit(MOST)
            .toList();
    boolean clear =
        said.size() > 1 && raised.applyAsLong(said.get(0)) >= 2 * raised.applyAsLong(said.get(1));
    return clear ? said.subList(0, 1) : said;
  }

  private static long raisedWith(Objection card, String wanted) {
    return card.examples().values().stream()
        .flatMap(List::stream)
        .filter(example -> example.toLowerCase(Locale.ROOT).contains(wanted))
        .count();
  }
}
