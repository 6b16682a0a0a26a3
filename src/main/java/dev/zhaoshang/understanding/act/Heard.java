package dev.zhaoshang.understanding.act;

import dev.zhaoshang.content.Act;
import dev.zhaoshang.domain.FactState;
import java.util.Optional;

/**
 * What a line does after a question.
 *
 * @param act the likeliest
 * @param lead how much likelier than an answer, in log-odds; an answer: than anything else
 */
public record Heard(Act act, double lead) {

  /** Of a line of which nothing is known, such as every one where there are no examples. */
  public static final Heard ANYTHING = new Heard(Act.ANSWER, 0);

  /** Why no value is given; empty where one is, or where it is about something else. */
  public Optional<FactState> skip() {
    return switch (act) {
      case UNKNOWN -> Optional.of(FactState.UNKNOWN);
      case REFUSED -> Optional.of(FactState.REFUSED);
      case LATER -> Optional.of(FactState.SKIPPED);
      case ANSWER, ASIDE -> Optional.empty();
    };
  }
}
