package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.outbox.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * What reads what is sent instead of typed.
 *
 * @param speech writes voice messages down; null when nothing does
 * @param sheets reads spreadsheets; null when nothing does
 * @param alarm has what was read handed in again when the store was away
 */
record Readers(@Nullable Speech speech, @Nullable Sheets sheets, Alarm alarm) {

  /** Nothing is read. */
  static final Readers NONE = new Readers(null, null, (delay, task) -> {});

  void close() {
    if (speech != null) {
      speech.close();
    }
    if (sheets != null) {
      sheets.close();
    }
  }
}
