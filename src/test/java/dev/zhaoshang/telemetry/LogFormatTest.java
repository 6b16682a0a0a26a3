package dev.zhaoshang.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonWriter;

class LogFormatTest {

  private static final JsonWriter<Map<String, String>> LINES =
      JsonWriter.of(
          members -> {
            members.addMapEntries(line -> line);
            masked(members);
          });

  @SuppressWarnings({"unchecked", "rawtypes"}) // it customizes members of anything
  private static void masked(JsonWriter.Members<Map<String, String>> members) {
    new MaskedPhones().customize((JsonWriter.Members) members);
  }

  @Test
  void a_structured_line_bears_the_turn_and_no_full_phone_number() {
    String line =
        LINES.writeToString(
            Map.of(
                "message", "Cannot send to 13812345678 or +8613987654321",
                "stack_trace", "IllegalArgumentException: 13812345678",
                "turn", "telegram:4711:1"));

    assertThat(line)
        .contains("138****5678", "+86139****4321", "telegram:4711:1")
        .doesNotContain("13812345678", "13987654321");
  }

  @Test
  void the_settings_name_the_class_that_masks() throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
        .contains("customizer: " + MaskedPhones.class.getName());
  }
}
