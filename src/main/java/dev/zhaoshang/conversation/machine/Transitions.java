package dev.zhaoshang.conversation.machine;

import java.util.Optional;

/** The single authority on what may follow what. */
public interface Transitions {

  /**
   * The state that follows.
   *
   * @param state id of the present state; an id that the content no longer has counts as idle
   * @return empty when the signal is not allowed in that state
   */
  Optional<String> after(String state, Signal signal);
}
