package dev.zhaoshang.command;

import java.util.List;

/** Something that the program does from the terminal and then ends. */
public interface Command {

  /** It did what was asked and found nothing wrong. */
  int OK = 0;

  /** It found problems. */
  int PROBLEMS = 1;

  /** The arguments or the input cannot be used. */
  int BAD_INPUT = 2;

  /** The word that calls it. */
  String name();

  /**
   * Runs it.
   *
   * @param arguments what follows its name
   * @return the program's exit code
   */
  int run(List<String> arguments);
}
