package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import java.util.List;

/**
 * One feature of the conversation. Lives for one turn. A turn is offered to the flows in order
 * until one takes it.
 */
interface Flow {

  /** Acts on a command; false when it is none of this flow's. */
  default boolean command(Command command, Meaning meaning) {
    return false;
  }

  /**
   * Acts on a tapped button.
   *
   * @param verb first part of the button's data
   * @param arguments the other parts
   * @return false when it is none of this flow's, or no longer fits
   */
  default boolean button(String verb, List<String> arguments) {
    return false;
  }

  /** Takes a text that is no command, where this flow is under way; false to leave it to others. */
  default boolean text(Meaning meaning) {
    return false;
  }
}
