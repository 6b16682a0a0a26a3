package dev.zhaoshang.content;

import java.util.List;

/**
 * Something that is off in dialogs/.
 *
 * @param rule the rule that is broken
 * @param place where
 * @param details what fills the rule's message, in its order
 */
public record Problem(Rule rule, Place place, List<String> details) {

  public Problem {
    details = List.copyOf(details);
  }

  /** Whether it keeps the content out. */
  public boolean blocks() {
    return rule.severity() == Rule.Severity.ERROR;
  }

  static Problem of(Rule rule, Place place, String... details) {
    return new Problem(rule, place, List.of(details));
  }
}
