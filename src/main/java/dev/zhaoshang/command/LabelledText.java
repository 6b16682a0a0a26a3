package dev.zhaoshang.command;

import dev.zhaoshang.content.Objection;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A line of {@code objections.jsonl}.
 *
 * @param id unique in the file
 * @param lang language and script: {@code zh-CN}, {@code zh-TW}, {@code en}
 * @param text as a rep typed it
 * @param labels every objection that it raises, main one first
 * @param form in which way it raises them
 */
record LabelledText(String id, String lang, String text, List<String> labels, String form) {

  LabelledText {
    labels = List.copyOf(labels);
  }

  /** Whether it raises any objection. */
  boolean raises() {
    return !labels.isEmpty();
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when a key is missing or a label is none of the eight
   */
  static LabelledText of(JsonNode line) {
    JsonNode array = line.get("labels");
    if (array == null || !array.isArray()) {
      throw new IllegalArgumentException("\"labels\" is missing or no array");
    }
    List<String> labels = new ArrayList<>();
    for (JsonNode label : array) {
      if (!label.isString() || !Objection.IDS.contains(label.asString())) {
        throw new IllegalArgumentException("no such objection: " + label);
      }
      labels.add(label.asString());
    }
    return new LabelledText(
        EvaluationFile.text(line, "id"),
        EvaluationFile.text(line, "lang"),
        EvaluationFile.text(line, "text"),
        labels,
        EvaluationFile.text(line, "form"));
  }
}
