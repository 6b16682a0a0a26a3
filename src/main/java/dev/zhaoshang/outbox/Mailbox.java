package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.store.Deliveries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The outbox of a channel that is pulled, such as the chat page: lists what a rep has not seen yet
 * and marks it as sent.
 */
public final class Mailbox {

  /** More replies than one turn ever has, so that a turn is never cut in the middle. */
  private static final int OF_ONE_TURN = 50;

  private final String channel;
  private final Deliveries deliveries;
  private final InstantSource clock;

  /** Of one channel. */
  public Mailbox(String channel, Deliveries deliveries, InstantSource clock) {
    this.channel = channel;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * The rep's entries after the cursor, in order, up to the first whose time has not come; marks
   * them as sent.
   *
   * @param limit at most so many
   * @throws dev.zhaoshang.store.StoreUnavailableException when the store cannot be reached
   */
  public List<OutboxEntry> take(String rep, Cursor after, int limit) {
    Instant now = clock.instant();
    List<OutboxEntry> listed = new ArrayList<>();
    for (OutboxEntry entry : deliveries.after(rep, channel, after.seq() - 1, limit + OF_ONE_TURN)) {
      if (entry.notBefore().isAfter(now) || listed.size() == limit) {
        break;
      }
      if (after.isBefore(entry)) {
        listed.add(entry);
      }
    }
    handedOver(listed);
    return List.copyOf(listed);
  }

  /** Marks entries that reached the rep by another way, with the response to a request. */
  public void handedOver(List<OutboxEntry> entries) {
    List<String> unsent =
        entries.stream().filter(e -> e.sentAt() == null).map(OutboxEntry::id).toList();
    if (!unsent.isEmpty()) {
      deliveries.markSent(unsent, clock.instant());
    }
  }

  /**
   * A place in what a rep is told.
   *
   * @param seq place of the turn; 0 for the beginning
   * @param n place within the turn
   */
  public record Cursor(long seq, int n) {

    /** Before everything. */
    public static final Cursor START = new Cursor(0, 0);

    /** Just after an entry. */
    public static Cursor after(OutboxEntry entry) {
      return new Cursor(entry.seq(), entry.n());
    }

    /**
     * As written by {@link #toString()}.
     *
     * @throws IllegalArgumentException when it was written by somebody else
     */
    public static Cursor parse(String text) {
      String[] parts = text.split("\\.", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException("a cursor is <seq>.<n>");
      }
      return new Cursor(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean isBefore(OutboxEntry entry) {
      return entry.seq() > seq || (entry.seq() == seq && entry.n() > n);
    }

    @Override
    public String toString() {
      return seq + "." + n;
    }
  }
}
