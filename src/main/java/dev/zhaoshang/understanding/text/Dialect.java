package dev.zhaoshang.understanding.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts words of Mandarin in the place of those of a dialect. Immutable. */
public final class Dialect {

  private static final String TO = ">";

  private final Map<String, String> mandarin = new HashMap<>();
  private final Pattern words;

  /** Takes the words from the lexicon. */
  public Dialect() {
    for (String pair : Lexicon.words("dialect")) {
      int to = pair.indexOf(TO);
      mandarin.put(pair.substring(0, to), pair.substring(to + 1));
    }
    words =
        Pattern.compile(
            mandarin.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
  }

  /** The text of equal length with such words mended. */
  public String mend(String plain) {
    return words.matcher(plain).replaceAll(word -> Matcher.quoteReplacement(mended(word.group())));
  }

  private String mended(String word) {
    return mandarin.getOrDefault(word, word);
  }
}
