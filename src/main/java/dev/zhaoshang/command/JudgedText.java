package dev.zhaoshang.command;

import dev.zhaoshang.domain.Meaning;
import java.util.List;

/**
 * A labelled text and what the assistant made of it.
 *
 * @param line the text and its labels
 * @param fired objections answered with a card at once, best first
 * @param ranked all objections, likeliest first
 */
record JudgedText(LabelledText line, List<String> fired, List<Meaning.Scored> ranked) {

  JudgedText {
    fired = List.copyOf(fired);
    ranked = List.copyOf(ranked);
  }

  /** Whether the best fired objection is raised. */
  boolean top1() {
    return !fired.isEmpty() && line.labels().contains(fired.get(0));
  }

  /** Whether one of the likeliest is raised. */
  boolean within(int first) {
    return ranked.stream().limit(first).anyMatch(s -> line.labels().contains(s.objection()));
  }

  /** Score of the likeliest, 0 to 1. */
  double best() {
    return ranked.isEmpty() ? 0 : ranked.get(0).score();
  }
}
