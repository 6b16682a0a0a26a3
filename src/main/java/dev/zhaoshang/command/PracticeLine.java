package dev.zhaoshang.command;

import dev.zhaoshang.content.Objection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A labelled answer of a practice.
 *
 * @param id of the line
 * @param objection that it answers
 * @param lang {@code zh} or {@code en}
 * @param answer as a rep would type it
 * @param quality {@code good}, {@code partial} or {@code bad}
 * @param pass whether it should pass
 * @param violations ids of the must-nots that it breaks
 */
record PracticeLine(
    String id,
    String objection,
    String lang,
    String answer,
    String quality,
    boolean pass,
    List<String> violations) {

  PracticeLine {
    violations = List.copyOf(violations);
  }

  /**
   * A line of the file.
   *
   * @throws IllegalArgumentException when a key is missing or has another type
   */
  static PracticeLine of(JsonNode node) {
    String objection = EvaluationFile.text(node, "objection");
    if (!Objection.IDS.contains(objection)) {
      throw new IllegalArgumentException("no such objection: " + objection);
    }
    JsonNode pass = node.get("pass");
    if (pass == null || !pass.isBoolean()) {
      throw new IllegalArgumentException("\"pass\" must be true or false");
    }
    return new PracticeLine(
        EvaluationFile.text(node, "id"),
        objection,
        EvaluationFile.text(node, "lang"),
        EvaluationFile.text(node, "answer"),
        EvaluationFile.text(node, "quality"),
        pass.booleanValue(),
        node.path("violations").valueStream().map(JsonNode::asString).toList());
  }
}
