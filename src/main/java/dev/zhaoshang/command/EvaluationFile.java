package dev.zhaoshang.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of one JSON object a line. */
final class EvaluationFile {

  /** A file that cannot be evaluated; the message names the line. */
  static final class BadInputException extends Exception {
    BadInputException(String message) {
      super(message);
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EvaluationFile() {}

  /**
   * The lines of a file; blank ones are passed over.
   *
   * @param row makes one of an object; an IllegalArgumentException of it becomes the message
   * @throws BadInputException when the file or a line cannot be read
   */
  static <T> List<T> read(Path file, Function<JsonNode, T> row) throws BadInputException {
    List<T> rows = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        JsonNode node = JSON.readTree(lines.get(i));
        if (!node.isObject()) {
          throw new IllegalArgumentException("not a JSON object");
        }
        rows.add(row.apply(node));
      } catch (JacksonException | IllegalArgumentException e) {
        String first =
            e.getMessage() == null ? "unreadable" : e.getMessage().lines().findFirst().orElse("");
        throw new BadInputException(file + " line " + (i + 1) + ": " + first);
      }
    }
    if (rows.isEmpty()) {
      throw new BadInputException(file + ": no lines");
    }
    return rows;
  }

  private static List<String> lines(Path file) throws BadInputException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": no such file");
    } catch (MalformedInputException e) {
      throw new BadInputException(file + ": not UTF-8");
    } catch (IOException e) {
      throw new BadInputException(file + ": " + e.getMessage());
    }
  }

  /** A text that must be there. */
  static String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException("\"" + key + "\" must be a text");
    }
    return value.asString();
  }

  /** An object as a line. */
  static String line(Object value) {
    return JSON.writeValueAsString(value);
  }
}
