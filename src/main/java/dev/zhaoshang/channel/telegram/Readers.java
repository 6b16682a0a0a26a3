package dev.zhaoshang.channel.telegram;

import org.jspecify.annotations.Nullable;

/**
 * What reads what is sent instead of typed.
 *
 * @param speech writes voice messages down; null when nothing does
 * @param sheets reads spreadsheets; null when nothing does
 */
record Readers(@Nullable Speech speech, @Nullable Sheets sheets) {

  /** Nothing is read. */
  static final Readers NONE = new Readers(null, null);

  void close() {
    if (speech != null) {
      speech.close();
    }
    if (sheets != null) {
      sheets.close();
    }
  }
}
