package dev.zhaoshang.channel.web;

import dev.zhaoshang.domain.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bodies of calls, and says precisely what is off with a bad one. */
@Component
class ChatRequestReader {

  /** Bytes; ten thousand emoji fit, each as twelve bytes of escapes. */
  static final int LIMIT = 256 * 1024;

  private static final int LONGEST_ID = 100;

  private final JsonMapper json;

  ChatRequestReader(JsonMapper json) {
    this.json = json;
  }

  /** Reads the body, as far as the limit. */
  ChatRequest read(InputStream body) throws IOException {
    byte[] bytes = bytes(body);
    JsonNode root = parse(bytes);
    String text = text(root, "text");
    String button = text(root, "button");
    if (text == null && button == null) {
      throw ApiException.badRequest("saying.missing", Map.of());
    }
    if (text != null && button != null) {
      throw ApiException.badRequest("saying.both", Map.of());
    }
    String clean = text == null ? null : withoutLoneSurrogates(text);
    boolean replaced = text != null && !text.equals(clean);
    String raw = replaced ? new String(bytes, StandardCharsets.UTF_8) : "";
    String tapped = button == null ? null : withoutLoneSurrogates(button);
    return new ChatRequest(rep(root), clean, tapped, id(root), language(root), raw);
  }

  /** Reads the body of {@code POST /api/session}: a code. */
  String readCode(InputStream body) throws IOException {
    String code = text(parse(bytes(body)), "code");
    if (code == null) {
      throw ApiException.badRequest("code.missing", Map.of());
    }
    return code;
  }

  private static byte[] bytes(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new ApiException(
          HttpStatus.CONTENT_TOO_LARGE, "body.tooLarge", Map.of("limit", "" + LIMIT));
    }
    return bytes;
  }

  private JsonNode parse(byte[] bytes) {
    JsonNode root;
    try {
      root = json.readTree(bytes);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw ApiException.badRequest(
          "json.malformed",
          Map.of(
              "line", at == null ? "?" : "" + at.getLineNr(),
              "column", at == null ? "?" : "" + at.getColumnNr()));
    }
    if (!root.isObject()) {
      throw ApiException.badRequest("json.notObject", Map.of());
    }
    return root;
  }

  private static String rep(JsonNode root) {
    String rep = text(root, "rep");
    if (rep == null || rep.isBlank()) {
      throw ApiException.badRequest("rep.missing", Map.of());
    }
    return rep;
  }

  private static @Nullable String id(JsonNode root) {
    String id = text(root, "id");
    if (id != null && (id.isEmpty() || id.length() > LONGEST_ID)) {
      throw ApiException.badRequest("id.length", Map.of());
    }
    return id == null ? null : withoutLoneSurrogates(id);
  }

  private static @Nullable Language language(JsonNode root) {
    String lang = text(root, "lang");
    return lang == null ? null : Languages.of(lang);
  }

  private static @Nullable String text(JsonNode root, String field) {
    JsonNode node = root.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw ApiException.badRequest("field.notText", Map.of("field", field));
    }
    return node.stringValue();
  }

  /** Half a surrogate pair is no character and does not survive the store: U+FFFD stands for it. */
  private static String withoutLoneSurrogates(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
