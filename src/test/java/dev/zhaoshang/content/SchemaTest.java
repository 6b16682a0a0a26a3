package dev.zhaoshang.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the schemas that editors complete from equal to the shapes that the files are read by. */
class SchemaTest {

  private static final Path SCHEMAS = Path.of("dialogs/schema");
  private static final String REFRESH = "mvn test -Dtest=SchemaTest -Dschemas.write=true";

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @ParameterizedTest
  @EnumSource
  void the_schema_of_a_kind_of_file_is_fresh(Kind kind) throws IOException {
    Path file = SCHEMAS.resolve(kind.schema() + ".json");
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.putAll(schema(kind.shape()));
    String fresh = json.writeValueAsString(schema) + "\n";
    if (Boolean.getBoolean("schemas.write")) {
      Files.createDirectories(SCHEMAS);
      Files.writeString(file, fresh);
    }
    assertThat(file).as("Refresh it by: " + REFRESH).hasContent(fresh);
  }

  @Test
  void every_file_tells_editors_its_schema() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("dialogs"))) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".yml")).toList()) {
        String name = Path.of("dialogs").relativize(file).toString().replace('\\', '/');
        Kind kind = Kind.of(name).orElseThrow();
        String path = (kind.isFolder() ? "../" : "") + "schema/" + kind.schema() + ".json";
        assertThat(Files.readAllLines(file).get(0))
            .as(name)
            .isEqualTo("# yaml-language-server: $schema=" + path);
      }
    }
  }

  private static Map<String, Object> schema(Shape shape) {
    if (shape instanceof Shape.Keys keys) {
      return keys(keys);
    }
    if (shape instanceof Shape.MapOf map) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "object");
      schema.put("additionalProperties", schema(map.value()));
      return schema;
    }
    if (shape instanceof Shape.Either either) {
      return Map.of("anyOf", List.of(schema(either.with()), schema(either.without())));
    }
    if (shape instanceof Shape.ListOf list) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "array");
      schema.put("minItems", 1);
      schema.put("items", schema(list.item()));
      return schema;
    }
    if (shape instanceof Shape.Both) {
      Shape text = new Shape.Text();
      return keys(Shape.keys(Shape.must("zh", text), Shape.must("en", text)));
    }
    if (shape instanceof Shape.Word word) {
      List<Object> allowed = new ArrayList<>(word.allowed());
      if (allowed.contains("true")) {
        allowed.addAll(List.of(true, false));
      }
      return Map.of("enum", allowed);
    }
    if (shape instanceof Shape.Time) {
      return Map.of("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$");
    }
    // What editors take for a number or a boolean is read as text all the same.
    return Map.of(
        "type", shape instanceof Shape.Whole ? "integer" : List.of("string", "number", "boolean"));
  }

  private static Map<String, Object> keys(Shape.Keys keys) {
    Map<String, Object> properties = new LinkedHashMap<>();
    keys.keys().forEach(key -> properties.put(key.name(), schema(key.shape())));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required", keys.keys().stream().filter(Shape.Key::required).map(Shape.Key::name).toList());
    schema.put("additionalProperties", false);
    return schema;
  }
}
