package dev.zhaoshang.channel.telegram;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text into messages that the platform takes. */
final class MessageText {

  /** What the platform takes, in UTF-16 units. */
  static final int LIMIT = 4096;

  private MessageText() {}

  /** Parts of at most {@link #LIMIT} units that joined are the text; one when it fits. */
  static List<String> split(String text) {
    return split(text, LIMIT);
  }

  /** Ends a part at the end of a line or sentence, or if there is none, between characters. */
  static List<String> split(String text, int limit) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (text.length() - start > limit) {
      int line = text.lastIndexOf('\n', start + limit - 1) + 1;
      int sentence = lastEnd(BreakIterator.getSentenceInstance(Locale.ROOT), text, start, limit);
      int end = Math.max(line, sentence);
      if (end <= start) {
        end = lastEnd(BreakIterator.getCharacterInstance(Locale.ROOT), text, start, limit);
      }
      if (end == start) {
        end = start + limit;
      }
      parts.add(text.substring(start, end));
      start = end;
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The last boundary within the limit; {@code start} when there is none. */
  private static int lastEnd(BreakIterator boundaries, String text, int start, int limit) {
    boundaries.setText(text);
    int end = boundaries.preceding(Math.min(text.length(), start + limit + 1));
    return Math.max(start, end);
  }
}
