package dev.zhaoshang.channel.telegram;

/** A text as Telegram's HTML. */
final class Html {

  private Html() {}

  /**
   * The text with what HTML means otherwise escaped.
   *
   * @param heading whether its first line is a heading
   */
  static String of(String text, boolean heading) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    int end = escaped.indexOf('\n');
    return heading && end > 0
        ? "<b>" + escaped.substring(0, end) + "</b>" + escaped.substring(end)
        : escaped;
  }
}
