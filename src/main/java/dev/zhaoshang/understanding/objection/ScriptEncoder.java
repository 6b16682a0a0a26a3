package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.understanding.learning.Syllables;
import java.util.regex.Pattern;

/** Two encoders, chosen by script: one for Chinese in characters or pinyin, one for English. */
final class ScriptEncoder implements Encoder {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private final Encoder chinese;
  private final Encoder english;

  ScriptEncoder(Encoder chinese, Encoder english) {
    this.chinese = chinese;
    this.english = english;
  }

  @Override
  public Opinion read(String normalized) {
    return (isChinese(normalized) ? chinese : english).read(normalized);
  }

  /** Whether a text is Chinese, in characters or pinyin. */
  static boolean isChinese(String normalized) {
    return HAN.matcher(normalized).find() || Syllables.looksLikePinyin(normalized);
  }
}
