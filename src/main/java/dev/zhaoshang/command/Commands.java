package dev.zhaoshang.command;

import java.util.List;
import java.util.OptionalInt;

/** The commands of the terminal. */
public final class Commands {

  private final List<Command> commands;

  /** Some commands with different names. */
  public Commands(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /**
   * Runs the command that the first argument names.
   *
   * @return its exit code; empty when the arguments name no command
   */
  public OptionalInt run(List<String> arguments) {
    for (Command command : commands) {
      if (!arguments.isEmpty() && command.name().equals(arguments.get(0))) {
        return OptionalInt.of(command.run(arguments.subList(1, arguments.size())));
      }
    }
    return OptionalInt.empty();
  }
}
