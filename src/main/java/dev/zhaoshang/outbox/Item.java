package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the queue.
 *
 * @param entry what is to be delivered
 * @param result what the platform said, when the store has not taken it down yet; null before
 */
record Item(OutboxEntry entry, Sender.@Nullable Result result) {

  boolean interactive() {
    return entry.priority() == OutboxEntry.Priority.INTERACTIVE;
  }
}
