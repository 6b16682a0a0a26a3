package dev.zhaoshang.conversation;

import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which distributors a rep means by a few words. */
final class NameMatch {

  private static final Pattern NICKNAME = Lexicon.load().pattern("name.nickname");

  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr");

  private NameMatch() {}

  /**
   * Whether every word occurs in the card (one in Latin letters at the start of a word), or a
   * surname with a title (two characters whose first is the name's first) names its person. Titles
   * such as "Mr" beside a name say nothing.
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
    List<String> said =
        List.of(words.trim().toLowerCase(Locale.ROOT).replace(".", "").split("\\s+", -1));
    List<String> telling = said.stream().filter(word -> !TITLES.contains(word)).toList();
    return (telling.isEmpty() ? said : telling)
        .stream()
            .allMatch(
                word ->
                    occurs(word, all)
                        || isTitled(word, card.name())
                        || isNickname(word, card.name()));
  }

  /** Whether a title contains a name: a Latin one as whole words, so that Li is not in Alice. */
  static boolean contains(String title, String name) {
    String all = title.toLowerCase(Locale.ROOT);
    String part = name.toLowerCase(Locale.ROOT);
    return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(part) + "(?![a-z0-9])")
        .matcher(all)
        .find();
  }

  private static boolean occurs(String word, String all) {
    int at = all.indexOf(word);
    while (at > 0 && isLatin(word.charAt(0)) && isLatin(all.charAt(at - 1))) {
      at = all.indexOf(word, at + 1);
    }
    return at >= 0;
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Whether a text names the person of the card: in full, by a title, or by a Latin name. */
  static boolean isNamed(String text, List<String> titled, Card card) {
    String name = card.name().toLowerCase(Locale.ROOT);
    String lower = text.toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      return false;
    }
    boolean whole = name.length() >= 2 && lower.contains(name);
    return whole
        || titled.stream().anyMatch(person -> fits(person, card))
        || Stream.of(name.split("[^a-z]+", -1))
            .filter(word -> word.length() >= 2 && !TITLES.contains(word))
            .anyMatch(word -> lower.matches("(?s).*\\b" + word + "\\b.*"));
  }

  /** "Old Wang", said of a Wang. */
  private static boolean isNickname(String word, String name) {
    return NICKNAME.matcher(word).matches() && name.startsWith(word.substring(1));
  }

  private static boolean isTitled(String word, String name) {
    boolean titled = word.length() >= 2 && word.length() <= 3 && !name.isEmpty();
    return titled
        && word.charAt(0) == name.charAt(0)
        && Character.isIdeographic(word.charAt(0))
        && (name.length() == 2 || word.length() == 2);
  }
}
