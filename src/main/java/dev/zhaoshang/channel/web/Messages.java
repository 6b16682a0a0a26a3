package dev.zhaoshang.channel.web;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The API's own messages, from {@code api_zh.properties} and {@code api_en.properties}. */
final class Messages {

  private static final ResourceBundle ZH = bundle(Locale.CHINESE);
  private static final ResourceBundle EN = bundle(Locale.ENGLISH);

  private Messages() {}

  /** The message with its placeholders, names in braces, replaced by their values. */
  static BothLanguages text(String key, Map<String, String> values) {
    return new BothLanguages(fill(ZH.getString(key), values), fill(EN.getString(key), values));
  }

  /** A message without placeholders. */
  static BothLanguages text(String key) {
    return text(key, Map.of());
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("dev.zhaoshang.channel.web.api", locale);
  }

  private static String fill(String pattern, Map<String, String> values) {
    String text = pattern;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }
}
