package dev.zhaoshang.conversation;

import dev.zhaoshang.store.Distributors.Card;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells which distributors a rep means by a few words. */
final class NameMatch {

  private NameMatch() {}

  /**
   * Whether every word occurs in the card, or a surname with a title (two characters whose first is
   * the name's first) names its person.
   */
  static boolean fits(String words, Card card) {
    String all =
        Stream.of(
                Stream.of(card.name(), card.company(), card.mobile()),
                card.regions().stream(),
                card.products().stream())
            .flatMap(s -> s)
            .reduce("", (a, b) -> a + "\n" + b)
            .toLowerCase(Locale.ROOT);
    return Stream.of(words.trim().toLowerCase(Locale.ROOT).split("\\s+", -1))
        .allMatch(word -> all.contains(word) || isTitled(word, card.name()));
  }

  private static boolean isTitled(String word, String name) {
    boolean titled = word.length() >= 2 && word.length() <= 3 && !name.isEmpty();
    return titled
        && word.charAt(0) == name.charAt(0)
        && Character.isIdeographic(word.charAt(0))
        && (name.length() == 2 || word.length() == 2);
  }
}
