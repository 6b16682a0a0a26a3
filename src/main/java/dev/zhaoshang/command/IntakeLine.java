package dev.zhaoshang.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of an intake file.
 *
 * @param gold values by field id: String, Integer, Boolean or list of String
 */
record IntakeLine(
    String id, @Nullable String asked, String text, String intent, Map<String, Object> gold) {

  static IntakeLine of(JsonNode node) {
    JsonNode asked = node.get("asked");
    JsonNode gold = node.get("gold");
    if (gold == null || !gold.isObject()) {
      throw new IllegalArgumentException("\"gold\" must be an object");
    }
    if (asked != null && !asked.isNull() && !asked.isString()) {
      throw new IllegalArgumentException("\"asked\" must be a text or null");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    gold.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
    return new IntakeLine(
        EvaluationFile.text(node, "id"),
        asked == null || asked.isNull() ? null : asked.asString(),
        EvaluationFile.text(node, "text"),
        EvaluationFile.text(node, "intent"),
        values);
  }

  private static Object value(JsonNode node) {
    if (node.isString()) {
      return node.asString();
    }
    if (node.isInt()) {
      return node.asInt();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (!node.isArray()) {
      throw new IllegalArgumentException("a gold value must be a text, number, boolean or list");
    }
    List<String> items = new ArrayList<>();
    node.forEach(item -> items.add(item.asString()));
    return List.copyOf(items);
  }
}
