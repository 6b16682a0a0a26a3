package dev.zhaoshang.docs;

import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.conversation.machine.StateDiagram;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateDiagramTest {

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void the_readme_shows_the_machine_that_the_forms_make(String readme) {
    String drawn = StateDiagram.of(Dialogs.load(Path.of("dialogs")).forms().values());
    Written.check(readme, "state diagram", "```mermaid\n" + drawn + "```\n");
  }
}
