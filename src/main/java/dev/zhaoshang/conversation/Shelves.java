package dev.zhaoshang.conversation;

import dev.zhaoshang.store.Deliveries;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Inbox;
import dev.zhaoshang.store.Ledgers;
import dev.zhaoshang.store.Sessions;
import dev.zhaoshang.store.Turns;

/**
 * The parts of the store that turns read and write.
 *
 * @param inbox what came in
 * @param sessions where reps are
 * @param turns conversation records
 * @param distributors and their look-ups
 * @param ledgers what is on record beside the facts
 * @param deliveries replies on their way
 */
public record Shelves(
    Inbox inbox,
    Sessions sessions,
    Turns turns,
    Distributors distributors,
    Ledgers ledgers,
    Deliveries deliveries) {}
