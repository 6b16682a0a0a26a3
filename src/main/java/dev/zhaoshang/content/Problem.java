package dev.zhaoshang.content;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is off in dialogs/.
 *
 * @param rule the rule that is broken
 * @param place where
 * @param details what fills the rule's message, in its order
 * @param guess what was probably meant; null when there is no telling
 */
public record Problem(Rule rule, Place place, List<String> details, @Nullable String guess) {

  public Problem {
    details = List.copyOf(details);
  }

  /** Whether it keeps the content out. */
  public boolean blocks() {
    return rule.severity() == Rule.Severity.ERROR;
  }

  static Problem of(Rule rule, Place place, String... details) {
    return new Problem(rule, place, List.of(details), null);
  }

  /** A word that is none of the known ones. */
  static Problem unknown(Rule rule, Place place, String word, Collection<String> known) {
    return new Problem(
        rule,
        place,
        List.of(word, String.join(", ", known)),
        Suggestion.nearest(word, known).orElse(null));
  }
}
