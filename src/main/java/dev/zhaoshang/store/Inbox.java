package dev.zhaoshang.store;

import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.Update;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What channels received, in each rep's order. Nothing is acknowledged that is not in it. */
public interface Inbox {

  /**
   * Keeps an update durably and gives it the next place in its rep's order.
   *
   * @return the entry and whether it is new; a redelivered update finds its first entry
   * @throws StoreUnavailableException when the store cannot be reached; nothing is acknowledged
   *     then
   */
  Accepted accept(Update update, Instant receivedAt);

  /** The entry at a place in a rep's order, if it has been acknowledged. */
  Optional<InboxEntry> at(String rep, long seq);

  /** Notes that these entries' turns have been applied. */
  void markApplied(Collection<String> ids, Instant at);

  /**
   * Notes that the turns of a rep's entries between two places have been applied, where it is not.
   */
  void markApplied(String rep, long from, long to, Instant at);

  /**
   * The places of the earliest entries whose turns have not been applied, by rep; slow, for start
   * and sweep only.
   */
  Map<String, Long> earliestOpen();

  /**
   * What became of an update.
   *
   * @param entry its entry
   * @param first false when it had been accepted before
   */
  record Accepted(InboxEntry entry, boolean first) {}
}
