package dev.zhaoshang.understanding.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends English trade words that were typed with one slip of the finger. Immutable. */
public final class EnglishTypos {

  private static final int SHORTEST = 5;
  private static final Pattern WORD = Pattern.compile("[a-z]{" + SHORTEST + ",}");
  private static final String VOWELS = "aeiou";

  /** A verb that a slip would take for who does it. */
  private static final String REAL = "promotes";

  private final Map<String, String> meant = new HashMap<>();

  /** Takes the words from the lexicon. */
  public EnglishTypos() {
    Set<String> words = Lexicon.words("typos");
    words.forEach(this::slips);
    words.forEach(meant::remove);
    meant.remove(REAL);
  }

  /** The first letter is hardly ever wrong. */
  private void slips(String word) {
    for (int i = 1; i < word.length(); i++) {
      String head = word.substring(0, i);
      char letter = word.charAt(i);
      String tail = word.substring(i + 1);
      meant.put(head + tail, word);
      meant.put(head + letter + letter + tail, word);
      if (!tail.isEmpty()) {
        meant.put(head + tail.charAt(0) + letter + tail.substring(1), word);
      }
      if (VOWELS.indexOf(letter) >= 0) {
        VOWELS.chars().forEach(vowel -> meant.put(head + (char) vowel + tail, word));
      }
    }
  }

  /** The text with such words mended; itself when it has none. */
  public Typed mend(Typed typed) {
    Typed mended = typed;
    int grown = 0;
    Matcher word = WORD.matcher(typed.plain());
    while (word.find()) {
      String better = meant.get(word.group());
      if (better != null) {
        mended = mended.replaced(word.start() + grown, word.end() + grown, better);
        grown += better.length() - word.group().length();
      }
    }
    return mended;
  }
}
