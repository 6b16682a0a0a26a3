package dev.zhaoshang;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.content.Content;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Person.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in an app's menu, by role; {@code menu.<word>} says what it does. */
final class CommandMenu {

  private static final List<Item> ADMINS =
      List.of(
          new Item("people", Command.PEOPLE),
          new Item("adduser", Command.ADD_PERSON),
          new Item("removeuser", Command.REMOVE_PERSON),
          new Item("erase", Command.ERASE));

  private static final List<Item> LEADERS =
      List.of(
          new Item("team", Command.TEAM),
          new Item("directive", Command.DIRECTIVE),
          new Item("invite", Command.INVITE));

  private static final List<Item> ALL =
      List.of(
          new Item("new", Command.NEW),
          new Item("leads", Command.LIST),
          new Item("status", Command.STATUS),
          new Item("objection", Command.OBJECTION),
          new Item("todo", Command.TODO),
          new Item("undo", Command.UNDO),
          new Item("help", Command.HELP));

  private CommandMenu() {}

  /**
   * A line of the menu.
   *
   * @param word the command without its slash
   * @param command what it does
   */
  record Item(String word, Command command) {}

  /** The commands of a role, in order: those for leading others come first. */
  static List<Item> items(Role role) {
    List<Item> items = new ArrayList<>();
    if (Access.may(role, Access.Deed.LEAD)) {
      items.addAll(LEADERS);
    }
    items.addAll(ADMINS);
    items.addAll(ALL);
    items.removeIf(item -> !Access.may(role, item.command()));
    return List.copyOf(items);
  }

  /** What the commands of a role do, by word, in order. */
  static Map<String, String> of(Content content, Role role, Language language) {
    Map<String, String> menu = new LinkedHashMap<>();
    items(role)
        .forEach(item -> menu.put(item.word(), content.say("menu." + item.word(), language)));
    return menu;
  }
}
