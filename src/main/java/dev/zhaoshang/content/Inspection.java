package dev.zhaoshang.content;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found in dialogs/.
 *
 * @param problems all that is off, by file and place
 * @param content what was read; empty when a problem blocks it
 */
public record Inspection(List<Problem> problems, Optional<Content> content) {

  static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::place).thenComparing(Problem::rule);

  public Inspection {
    problems = List.copyOf(problems);
  }
}
