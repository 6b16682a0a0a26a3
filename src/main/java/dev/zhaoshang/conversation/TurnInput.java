package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.conversation.machine.Transitions;
import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.understanding.customers.CustomerRows.Listed;
import dev.zhaoshang.understanding.practice.AnswerJudge;
import dev.zhaoshang.understanding.time.TimeReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a turn is decided from.
 *
 * @param session before the turn
 * @param entry what came in
 * @param meaning of its text; null when it has none to be read
 * @param list customers of the sheet that came in, or that a button is about; null for none
 * @param snapshot of the store
 * @param content at this moment
 * @param transitions what may follow what
 * @param judge of answers in practice
 * @param unsure score from which on an objection is worth a question, 0 to 1
 * @param times reads dates and times
 * @param now the time of the turn
 * @param code that nobody can guess, another one each turn
 */
record TurnInput(
    Session session,
    InboxEntry entry,
    @Nullable Meaning meaning,
    @Nullable Listed list,
    Snapshot snapshot,
    Content content,
    Transitions transitions,
    AnswerJudge judge,
    double unsure,
    TimeReader times,
    Instant now,
    String code) {

  /** The same of a session whose current distributor is none any more. */
  TurnInput adrift() {
    return of(session.adrift(States.IDLE), meaning);
  }

  /** The same with another meaning. */
  TurnInput meaning(Meaning other) {
    return of(session, other);
  }

  private TurnInput of(Session one, @Nullable Meaning other) {
    return new TurnInput(
        one, entry, other, list, snapshot, content, transitions, judge, unsure, times, now, code);
  }
}
