package dev.zhaoshang.channel.web;

import dev.zhaoshang.domain.Language;
import java.util.Map;

/** Names of languages in the API. */
final class Languages {

  private Languages() {}

  /** The language named {@code zh} or {@code en}; anything else is refused. */
  static Language of(String lang) {
    return switch (lang) {
      case "zh" -> Language.ZH;
      case "en" -> Language.EN;
      default -> throw ApiException.badRequest("lang.unknown", Map.of());
    };
  }
}
