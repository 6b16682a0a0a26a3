package dev.zhaoshang.understanding.intent;

import dev.zhaoshang.domain.Language;
import org.jspecify.annotations.Nullable;

/** The language that a text shows itself to be written in. */
public final class LanguageReader {

  private static final int ENGLISH_LEAST = 2;

  /** Chinese with any Han character, else English with Latin words; null for numbers and signs. */
  public @Nullable Language read(String text) {
    boolean han =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    if (han) {
      return Language.ZH;
    }
    long words = java.util.regex.Pattern.compile("[A-Za-z]{2,}").matcher(text).results().count();
    boolean command = text.strip().startsWith("/");
    return words >= ENGLISH_LEAST && !command ? Language.EN : null;
  }
}
