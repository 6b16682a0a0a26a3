package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.LedgerEntry;
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

  /**
   * Takes up a form again whose earlier button was tapped.
   *
   * @param subject id of what the form is about
   * @return false when it is none of this flow's, or past changing
   */
  default boolean reopen(String subject) {
    return false;
  }

  /** Says that a form was filled to its end; false when it is none of this flow's. */
  default boolean filled(Form form) {
    return false;
  }

  /**
   * Tells the rep of an entry that fell due, and has it due no more.
   *
   * @param entry that fell due, of any ledger
   * @param late whether its time has long passed, because nobody was there to tell
   * @return false when it is none of this flow's
   */
  default boolean due(LedgerEntry entry, boolean late) {
    return false;
  }

  /** Takes a text that is no command, where this flow is under way; false to leave it to others. */
  default boolean text(Meaning meaning) {
    return false;
  }
}
