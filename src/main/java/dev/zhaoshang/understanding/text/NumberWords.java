package dev.zhaoshang.understanding.text;

import java.util.Map;
import java.util.stream.Collectors;

/** Values of numerals and number words, from the lexicon. */
final class NumberWords {

  private NumberWords() {}

  /** By word; Chinese numerals are single characters. */
  static Map<String, Integer> load() {
    return Lexicon.lines("/lexicon/numerals.txt").stream()
        .map(line -> line.split("\\s+"))
        .flatMap(
            parts ->
                java.util.Arrays.stream(parts)
                    .skip(1)
                    .map(word -> Map.entry(word, Integer.valueOf(parts[0]))))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
