package dev.zhaoshang.content;

import dev.zhaoshang.domain.Language;

/**
 * A text in both languages. Placeholders are names in braces, e.g. {@code {name}}.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record Text(String zh, String en) {

  /** The text in that language. */
  public String in(Language language) {
    return language == Language.EN ? en : zh;
  }
}
