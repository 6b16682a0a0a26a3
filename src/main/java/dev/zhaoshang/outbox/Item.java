package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the queue.
 *
 * @param entry what is to be delivered
 * @param also what goes with it in one message, in order; empty for most
 * @param result what the platform said, when the store has not taken it down yet; null before
 */
record Item(OutboxEntry entry, List<OutboxEntry> also, Sender.@Nullable Result result) {

  Item {
    also = List.copyOf(also);
  }

  /** An entry on its own. */
  Item(OutboxEntry entry, Sender.@Nullable Result result) {
    this(entry, List.of(), result);
  }

  boolean interactive() {
    return entry.priority() == OutboxEntry.Priority.INTERACTIVE;
  }

  /** Whether the platform may have accepted it: nobody knows what became of a try. */
  boolean inDoubt() {
    return result == null && entry.sendingSince() != null;
  }

  /** All that it delivers. */
  List<OutboxEntry> entries() {
    return Stream.concat(Stream.of(entry), also.stream()).toList();
  }
}
