package dev.zhaoshang.content;

import dev.zhaoshang.domain.Language;
import java.util.List;
import java.util.stream.Collectors;

/** dialogs/ breaks rules. Its message lists every problem with file, line and column. */
public final class InvalidDialogsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidDialogsException(List<Problem> problems) {
    super(
        problems.stream()
            .map(new Messages(List.of(Language.ZH, Language.EN))::text)
            .collect(Collectors.joining("\n", "dialogs/\n", "")));
    this.problems = List.copyOf(problems);
  }

  /** All that is off. */
  public List<Problem> problems() {
    return problems;
  }
}
