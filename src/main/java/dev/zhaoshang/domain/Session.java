package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a rep is. The only document that a turn's commit writes, guarded by its version.
 *
 * @param rep id of the rep
 * @param version counts writes; 0 before the first
 * @param schema layout of this document, see {@link #SCHEMA}
 * @param content version of the content with which it was written
 * @param position where the conversation is
 * @param resume where to return to, innermost last, at most {@link #RESUME_DEPTH}
 * @param distributor id of the current distributor; null when there is none
 * @param language in which the rep is answered
 * @param languageChosen whether the rep chose it; else it follows what the rep types
 * @param inboxSeq the last inbox entry that was handled
 * @param instance the instance that wrote it last
 * @param undo how to take back the latest turns, newest last, at most {@link #UNDO_DEPTH}
 * @param spokeAt when the rep last did something; null before
 * @param pending outcome that may not be applied yet; null before the first turn
 */
public record Session(
    String rep,
    long version,
    int schema,
    String content,
    Position position,
    List<Position> resume,
    @Nullable String distributor,
    Language language,
    boolean languageChosen,
    long inboxSeq,
    String instance,
    List<UndoStep> undo,
    @Nullable Instant spokeAt,
    @Nullable Outcome pending) {

  /** The layout that this version writes. */
  public static final int SCHEMA = 3;

  /** How deep interruptions may nest. */
  public static final int RESUME_DEPTH = 8;

  /** How many turns can be taken back. */
  public static final int UNDO_DEPTH = 20;

  public Session {
    resume = List.copyOf(resume);
    undo = List.copyOf(undo);
  }

  /**
   * A place in the conversation.
   *
   * @param state id of the machine's state
   * @param form id of the form under way; null when there is none
   * @param asked aspect or field id of the pending question; null when nothing is asked
   * @param tries how often the pending question was answered unclearly
   * @param subject what a pending choice is about (an id, e.g. of a duplicate); null for none
   * @param about entry that the form is filled for; null when it is the current distributor
   */
  public record Position(
      String state,
      @Nullable String form,
      @Nullable String asked,
      int tries,
      @Nullable String subject,
      Ledger.@Nullable Key about) {

    /** The start: nothing is under way. */
    public static Position at(String state) {
      return new Position(state, null, null, 0, null, null);
    }

    /** The same place after another unclear answer. */
    public Position unclear() {
      return new Position(state, form, asked, tries + 1, subject, about);
    }

    /** The same question while the conversation steps aside. */
    public Position aside(String next, String nextSubject) {
      return new Position(next, form, asked, tries, nextSubject, about);
    }
  }

  /** The session in a state of rest, without a current distributor. */
  public Session adrift(String rest) {
    return new Session(
        rep,
        version,
        schema,
        content,
        Position.at(rest),
        List.of(),
        null,
        language,
        languageChosen,
        inboxSeq,
        instance,
        undo,
        spokeAt,
        pending);
  }

  /**
   * How to take back one turn.
   *
   * @param turn id of the turn
   * @param message the channel's id of the rep's message; null when it has none
   * @param inverses one for each distributor that it changed; empty when it only moved on
   * @param ledgers changes that bring ledgers back; their turn is that of the step
   * @param position where the conversation was
   * @param current id of the then current distributor; null when there was none
   */
  public record UndoStep(
      String turn,
      @Nullable String message,
      List<Inverse> inverses,
      List<LedgerChange> ledgers,
      Position position,
      @Nullable String current) {

    public UndoStep {
      inverses = List.copyOf(inverses);
      ledgers = List.copyOf(ledgers);
    }
  }

  /**
   * How one distributor was before a turn, as far as the turn changed it.
   *
   * @param distributor its id
   * @param before facts of the fields that the turn changed
   * @param opened fields that the turn filled and that were open before
   * @param mergedInto as it was before; empty for a living one
   */
  public record Inverse(
      String distributor, Map<String, Fact> before, List<String> opened, String mergedInto) {

    public Inverse {
      before = Map.copyOf(before);
      opened = List.copyOf(opened);
    }
  }

  /**
   * What a turn leaves to be applied.
   *
   * @param turn record of the turn
   * @param changes to distributors
   * @param ledgers changes to ledgers, one a ledger
   * @param deliveries replies to be sent
   * @param people who were added or changed
   */
  public record Outcome(
      TurnRecord turn,
      List<DistributorChange> changes,
      List<LedgerChange> ledgers,
      List<OutboxEntry> deliveries,
      List<Person> people) {

    public Outcome {
      changes = List.copyOf(changes);
      ledgers = List.copyOf(ledgers);
      people = List.copyOf(people);
      deliveries = List.copyOf(deliveries);
    }
  }
}
