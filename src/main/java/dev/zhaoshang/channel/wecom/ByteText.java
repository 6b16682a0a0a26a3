package dev.zhaoshang.channel.wecom;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text by the number of its bytes: WeCom cuts off silently what is longer. */
final class ByteText {

  private ByteText() {}

  /** How many bytes a text takes. */
  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Parts of at most so many bytes that joined are the text. A part ends at the end of a line or
   * sentence; if there is none, between characters.
   */
  static List<String> split(String text, int limit) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (bytes(rest) > limit) {
      int end = end(rest, limit);
      parts.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    parts.add(rest);
    return parts;
  }

  private static int end(String text, int limit) {
    int most = fitting(text, limit);
    int line = text.lastIndexOf('\n', most - 1) + 1;
    int sentence = last(BreakIterator.getSentenceInstance(Locale.ROOT), text, most);
    int end = Math.max(line, sentence);
    if (end == 0) {
      end = last(BreakIterator.getCharacterInstance(Locale.ROOT), text, most);
    }
    return end == 0 ? most : end;
  }

  /** How many units fit, never half a character. */
  private static int fitting(String text, int limit) {
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > limit) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static int last(BreakIterator boundaries, String text, int most) {
    boundaries.setText(text);
    return most == text.length() ? most : Math.max(0, boundaries.preceding(most + 1));
  }
}
