package dev.zhaoshang.conversation;

/**
 * Typed texts that are not read: empty, or too long to mean one thing. They are kept all the same.
 */
final class Typed {

  /** Longer texts are kept, not read. Telegram's limit is 4096. */
  static final int READ_AT_MOST = 2_000;

  private Typed() {}

  /** The text without control characters. */
  static String clean(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t\\u200d]]", "").strip();
  }

  /** Whether there is anything to read. */
  static boolean isReadable(String text) {
    String clean = clean(text);
    return clean.length() <= READ_AT_MOST
        && clean.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The reply to a text that is not read. */
  static String refusal(String text) {
    String clean = clean(text);
    if (clean.isEmpty()) {
      return "text.empty";
    }
    return clean.length() > READ_AT_MOST ? "text.long" : "text.wordless";
  }
}
