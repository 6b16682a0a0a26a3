package dev.zhaoshang.understanding.learning;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a text sounds: toneless pinyin syllables, whether it was typed in characters, in wrong
 * characters of the same sound, or in Latin letters.
 */
public final class Syllables {

  private static final Pattern LATIN_WORD = Pattern.compile("[a-z]+");
  private static final Pattern TOKEN = Pattern.compile("[a-z]+|\\p{Nd}+|\\p{IsHan}");
  private static final int LONGEST = 6;

  private static final Set<String> ALL =
      Arrays.stream(Pinyin.values())
          .map(Pinyin::getPinyinWithoutTone)
          .filter(s -> LATIN_WORD.matcher(s).matches() && s.length() <= LONGEST)
          .collect(Collectors.toUnmodifiableSet());

  private Syllables() {}

  /**
   * Syllables, numbers and words in their order. A Latin word that is made of syllables only is
   * split into them.
   *
   * @param text normalised
   */
  static List<String> of(String text) {
    List<Pinyin> sounds = HanLP.convertToPinyinList(text);
    List<String> syllables = new ArrayList<>();
    for (MatchResult token : TOKEN.matcher(text).results().toList()) {
      String word = token.group();
      if (Character.isIdeographic(word.codePointAt(0))) {
        int index = text.codePointCount(0, token.start());
        syllables.add(index < sounds.size() ? sounds.get(index).getPinyinWithoutTone() : word);
      } else {
        List<String> parts = split(word);
        syllables.addAll(parts.isEmpty() ? List.of(word) : parts);
      }
    }
    return syllables;
  }

  /** Whether most of the Latin words are made of syllables: pinyin rather than English. */
  public static boolean looksLikePinyin(String text) {
    List<String> words = LATIN_WORD.matcher(text).results().map(MatchResult::group).toList();
    long split = words.stream().filter(word -> !split(word).isEmpty()).count();
    return split * 4 > words.size() * 3L;
  }

  /** The syllables that make up the word, longest first; empty when it is not made of them. */
  private static List<String> split(String word) {
    if (word.isEmpty()) {
      return List.of();
    }
    for (int end = Math.min(LONGEST, word.length()); end > 0; end--) {
      String head = word.substring(0, end);
      if (!ALL.contains(head)) {
        continue;
      }
      if (end == word.length()) {
        return List.of(head);
      }
      List<String> rest = split(word.substring(end));
      if (!rest.isEmpty()) {
        List<String> parts = new ArrayList<>(List.of(head));
        parts.addAll(rest);
        return parts;
      }
    }
    return List.of();
  }
}
