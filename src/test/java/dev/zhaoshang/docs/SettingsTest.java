package dev.zhaoshang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.Settings;
import dev.zhaoshang.domain.Person.Role;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ByteArrayResource;

class SettingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+):([^}]*)}");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void the_readme_lists_every_environment_variable_with_its_default(String readme)
      throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    List<List<String>> table =
        Page.of(readme).tables().stream()
            .filter(rows -> rows.get(1).get(0).equals("SERVER_ADDRESS"))
            .findFirst()
            .orElseThrow();
    table.subList(1, table.size()).forEach(row -> listed.put(row.get(0), row.get(1)));
    assertThat(listed).containsExactlyEntriesOf(placeholders());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void the_people_that_the_readme_writes_into_the_settings_can_be_read(String readme)
      throws IOException {
    String yaml =
        Page.of(readme).blocks().stream()
            .filter(block -> block.language().equals("yaml"))
            .map(Page.Block::text)
            .findFirst()
            .orElseThrow();
    var sources =
        new YamlPropertySourceLoader()
            .load(readme, new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    List<Settings.Colleague> people =
        new Binder(ConfigurationPropertySources.from(sources))
            .bind("zhaoshang.people", Bindable.listOf(Settings.Colleague.class))
            .get();
    try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
      assertThat(people)
          .hasSize(3)
          .allSatisfy(person -> assertThat(validators.getValidator().validate(person)).isEmpty())
          .extracting(Settings.Colleague::role)
          .containsExactly(Role.ADMIN, Role.SUPERIOR, Role.REP);
    }
  }

  /** Names and defaults, a dash for an empty one, in the order of the file. */
  private static Map<String, String> placeholders() throws IOException {
    Map<String, String> placeholders = new LinkedHashMap<>();
    Matcher matcher =
        PLACEHOLDER.matcher(Files.readString(Path.of("src/main/resources/application.yml")));
    while (matcher.find()) {
      placeholders.put(matcher.group(1), matcher.group(2).isEmpty() ? "–" : matcher.group(2));
    }
    return placeholders;
  }
}
