package dev.zhaoshang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Person.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the menu of each role. */
class CommandMenuTest {

  private static final Content CONTENT = Dialogs.load(Path.of("dialogs"));

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_menu_has_what_the_role_may_use_in_the_words_that_are_understood(Role role) {
    for (CommandMenu.Item item : CommandMenu.items(role)) {
      assertThat(Access.may(role, item.command())).as(item.word()).isTrue();
      assertThat(CONTENT.commands().get(item.command().name().toLowerCase(Locale.ROOT)))
          .anyMatch(word -> word.equals("/" + item.word()));
    }
    for (Language language : Language.values()) {
      Map<String, String> menu = CommandMenu.of(CONTENT, role, language);
      assertThat(menu).hasSameSizeAs(CommandMenu.items(role)).hasSizeBetween(5, 100);
      assertThat(menu.keySet()).allMatch(word -> word.matches("[a-z0-9_]{1,32}"));
      assertThat(menu.values()).allMatch(says -> !says.isBlank() && says.length() <= 40);
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void those_who_lead_others_find_that_in_their_menu_and_nobody_else_does(Role role) {
    List<Command> commands =
        CommandMenu.items(role).stream().map(CommandMenu.Item::command).toList();
    assertThat(commands.contains(Command.INVITE)).isEqualTo(role != Role.REP);
    assertThat(commands.contains(Command.TEAM)).isEqualTo(role != Role.REP);
    assertThat(commands.contains(Command.ADD_PERSON)).isEqualTo(role == Role.ADMIN);
    assertThat(commands).contains(Command.NEW, Command.OBJECTION, Command.HELP);
  }
}
