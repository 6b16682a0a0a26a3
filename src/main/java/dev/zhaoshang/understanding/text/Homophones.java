package dev.zhaoshang.understanding.text;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mends trade words that were typed with characters of the same sound. Immutable. */
public final class Homophones {

  private static final int LONGEST = 3;
  private static final int SHORTEST = 2;

  private final Map<String, String> bySound = new HashMap<>();
  private final Set<String> known = Lexicon.words("homophones");
  private final EverydayWords everyday = new EverydayWords();

  /** Takes the words from the lexicon. */
  public Homophones() {
    known.forEach(word -> bySound.put(sound(word), word));
  }

  /** The text of equal length with such words mended. */
  public String mend(String plain) {
    StringBuilder mended = new StringBuilder(plain);
    int at = 0;
    while (at < plain.length()) {
      @Nullable String word = plain.charAt(at) < 0x2E80 ? null : wordAt(plain, at);
      if (word != null) {
        mended.replace(at, at + word.length(), word);
      }
      at += word == null ? 1 : word.length();
    }
    return mended.toString();
  }

  private @Nullable String wordAt(String plain, int at) {
    for (int length = LONGEST; length >= SHORTEST; length--) {
      if (at + length <= plain.length()) {
        String typed = plain.substring(at, at + length);
        if (known.contains(typed)) {
          return typed;
        }
        @Nullable String word = bySound.get(sound(typed));
        if (word != null && alike(typed, word) && !everyday.has(typed)) {
          return word;
        }
      }
    }
    return null;
  }

  private static boolean alike(String typed, String word) {
    long same = 0;
    for (int i = 0; i < word.length(); i++) {
      same += typed.charAt(i) == word.charAt(i) ? 1 : 0;
    }
    return 2 * same >= word.length();
  }

  /** Sounds that many speakers and voice typing do not tell apart. */
  private static String blurred(String syllable) {
    String tongue = syllable.replaceFirst("^([zcs])h", "$1");
    return tongue.endsWith("ng") ? tongue.substring(0, tongue.length() - 1) : tongue;
  }

  private static String sound(String text) {
    List<Pinyin> pinyin = PinyinDictionary.convertToPinyin(text);
    return pinyin.stream()
        .map(Pinyin::getPinyinWithoutTone)
        .map(Homophones::blurred)
        .collect(Collectors.joining(" "));
  }
}
