package dev.zhaoshang.store;

import dev.zhaoshang.domain.OutboxEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Replies on their way to reps. What cannot be delivered is kept, never dropped. */
public interface Deliveries {

  /** Adds entries; one that is there already is left as it is. */
  void add(List<OutboxEntry> entries);

  /** The entry with that id. */
  Optional<OutboxEntry> find(String id);

  /** Writes an entry's tries, times and failure; the rest of it never changes. */
  void update(OutboxEntry entry);

  /**
   * Begins a try, for one instance only: counts it and notes when it began, if the entry is neither
   * sent nor failed and has been tried {@code tries} times so far.
   *
   * @return false when it was sent, has failed, or somebody else began a try
   */
  boolean claim(String id, int tries, Instant sendingSince);

  /**
   * A channel's entries neither sent nor failed, of all chats, oldest first (by notBefore, then seq
   * and n); slow, for start and sweep only.
   */
  List<OutboxEntry> waiting(String channel, int limit);

  /**
   * The rep's entries of a channel with a place later than {@code seq}, in order.
   *
   * @param limit at most so many
   */
  List<OutboxEntry> after(String rep, String channel, long seq, int limit);

  /** How many turns back {@link #lastBefore} looks. */
  int TURNS_BACK = 50;

  /** The last entry to the same chat of a turn before the entry's, of the last turns only. */
  Optional<OutboxEntry> lastBefore(OutboxEntry entry);

  /**
   * Until when what was sent uses a limit up.
   *
   * @param key of the limit
   * @return {@link Instant#EPOCH} when nothing was sent lately
   */
  Instant usedUpUntil(String key);

  /**
   * Compare and set: notes until when what is sent uses a limit up, to the millisecond.
   *
   * @param known what {@link #usedUpUntil} said, or was noted here last
   * @return false when somebody else noted something else since
   */
  boolean useUp(String key, Instant known, Instant until);

  /** Notes that the channel accepted the entries. */
  void markSent(List<String> ids, Instant at);
}
