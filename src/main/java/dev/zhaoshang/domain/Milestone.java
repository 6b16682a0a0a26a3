package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * That a distributor reached a stage, or that the step to it was passed over. It stands in the
 * distributor's ledger.
 *
 * @param id see {@link #id(Stage)}
 * @param stage the stage
 * @param state whether it was reached
 * @param note why it was passed over or dropped, or what was said of it; may be empty
 * @param by id of the person who told it
 * @param at when
 */
public record Milestone(String id, Stage stage, State state, String note, String by, Instant at)
    implements LedgerEntry {

  /** Whether a stage was reached. */
  public enum State {
    /** It was. */
    REACHED,
    /** The step was passed over. */
    PASSED_OVER
  }

  /** The id of the entry of a stage. */
  public static String id(Stage stage) {
    return "stage:" + stage.id();
  }

  /** The stages that the ledger knows to be in that state; a lead everybody is. */
  public static Set<Stage> in(Ledger ledger, State state) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    if (state == State.REACHED) {
      stages.add(Stage.LEAD);
    }
    ledger.all(Milestone.class).stream()
        .filter(milestone -> milestone.state() == state)
        .forEach(milestone -> stages.add(milestone.stage()));
    return stages;
  }
}
