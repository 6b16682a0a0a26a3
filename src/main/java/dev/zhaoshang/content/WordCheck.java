package dev.zhaoshang.content;

import dev.zhaoshang.domain.Command;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether every command word, or word that opens a list, gives one thing that exists. */
final class WordCheck implements Check {

  private static final List<String> COMMANDS =
      Arrays.stream(Command.values())
          .map(command -> command.name().toLowerCase(Locale.ROOT))
          .toList();

  @Override
  public void check(Folder folder, List<Problem> problems) {
    Map<String, Tree.Entry> commands =
        folder.one(Kind.WORDS).map(words -> words.at("commands").entries()).orElse(Map.of());
    Map<String, Claim> claims = new HashMap<>();
    for (Tree.Entry command : commands.values()) {
      if (!COMMANDS.contains(command.key())) {
        problems.add(
            Problem.unknown(Rule.UNKNOWN_COMMAND, command.place(), command.key(), COMMANDS));
      }
      claim(command.key(), command.value(), claims, problems);
    }
    folder
        .all(Kind.FORM)
        .forEach((id, form) -> claim("form " + id, form.at("words"), claims, problems));
    folder
        .all(Kind.CHECKLIST)
        .forEach((id, list) -> claim("checklist " + id, list.at("words"), claims, problems));
  }

  private static void claim(
      String command, Tree words, Map<String, Claim> claims, List<Problem> problems) {
    for (Tree word : words.items()) {
      Claim claim = new Claim(command, word.place());
      Claim before = claims.putIfAbsent(word.text().strip().toLowerCase(Locale.ROOT), claim);
      if (before != null && !before.command().equals(command)) {
        problems.add(
            Problem.of(
                Rule.SHARED_COMMAND_WORD, word.place(), word.text(), before.place().toString()));
      }
    }
  }

  private record Claim(String command, Place place) {}
}
