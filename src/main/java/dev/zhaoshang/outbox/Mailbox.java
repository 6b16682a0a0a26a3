package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.store.Deliveries;
import dev.zhaoshang.store.Marks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of a channel that is pulled, such as the chat page: lists what a rep has not seen yet
 * and marks it as sent.
 */
public final class Mailbox {

  /** More replies than one turn ever has, so that every reading gets past a turn. */
  private static final int AT_ONCE = 100;

  private final String channel;
  private final Deliveries deliveries;
  private final InstantSource clock;

  /** On entries that were handed over. */
  private final Marks sent;

  /**
   * Of one channel.
   *
   * @param timer runs a task once, so much later
   */
  public Mailbox(
      String channel,
      Deliveries deliveries,
      InstantSource clock,
      BiConsumer<Runnable, Duration> timer) {
    this.channel = channel;
    this.deliveries = deliveries;
    this.clock = clock;
    this.sent = new Marks(ids -> deliveries.markSent(ids, clock.instant()), timer);
  }

  /**
   * What came after the cursor and did not go with the response to the rep's own message, in order,
   * up to the first entry that is held or whose time has not come; marks it as sent. Taking again
   * with the same cursor lists it again, for a caller that lost the first answer.
   *
   * @param after null for a caller that has no cursor yet: it gets what was never marked, and that
   *     stays so until somebody comes back with a cursor after it
   * @param limit at most so many
   * @param held entries that somebody else is about to hand over
   * @throws dev.zhaoshang.store.StoreUnavailableException when the store cannot be reached
   */
  public Page take(String rep, @Nullable Cursor after, int limit, Predicate<OutboxEntry> held) {
    sent.write();
    Instant now = clock.instant();
    Predicate<OutboxEntry> notYet = entry -> entry.notBefore().isAfter(now) || held.test(entry);
    Predicate<OutboxEntry> wanted =
        entry -> entry.sentAt() == null || (after != null && !answersOwnMessage(entry));
    List<OutboxEntry> listed = new ArrayList<>();
    List<OutboxEntry> known = new ArrayList<>();
    Cursor at = after == null ? Cursor.START : after;
    for (OutboxEntry entry : due(rep, at, notYet)) {
      if (listed.size() == limit) {
        break;
      }
      if (!at.isBefore(entry)) {
        known.add(entry);
        continue;
      }
      if (wanted.test(entry)) {
        listed.add(entry);
      }
      at = Cursor.after(entry);
    }
    if (after != null) {
      known.addAll(listed);
      handedOver(known.stream().filter(e -> e.sentAt() == null).map(OutboxEntry::id).toList());
    }
    return new Page(listed, at);
  }

  /** An entry of the rep's in this channel, sent or not; empty when there is none of that id. */
  public Optional<OutboxEntry> find(String rep, String id) {
    return deliveries
        .find(id)
        .filter(entry -> entry.rep().equals(rep) && entry.channel().equals(channel));
  }

  /**
   * Notes that entries reached the rep by another way: with the response to the rep's message. It
   * is written a moment later; after a crash in that moment they are listed once more.
   */
  public void handedOver(List<String> ids) {
    sent.set(ids);
  }

  /** Writes what was noted and is not written yet. */
  public void close() {
    sent.write();
  }

  /** The entries from the cursor's turn on. */
  private List<OutboxEntry> due(String rep, Cursor after, Predicate<OutboxEntry> notYet) {
    List<OutboxEntry> due = new ArrayList<>();
    long seq = after.seq();
    while (true) {
      List<OutboxEntry> read = deliveries.after(rep, channel, seq - 1, AT_ONCE);
      boolean end = read.size() < AT_ONCE;
      // The last turn of a full reading may be cut off, so the next reading begins with it.
      seq = end ? Long.MAX_VALUE : read.get(AT_ONCE - 1).seq();
      for (OutboxEntry entry : read) {
        if (notYet.test(entry)) {
          return due;
        }
        if (entry.seq() < seq) {
          due.add(entry);
        }
      }
      if (end) {
        return due;
      }
    }
  }

  /** The ids of turns that a channel's own messages began start with its name. */
  private boolean answersOwnMessage(OutboxEntry entry) {
    return entry.id().startsWith(channel + ":");
  }

  /**
   * A stretch of what a rep is told.
   *
   * @param entries in order
   * @param next where to go on
   */
  public record Page(List<OutboxEntry> entries, Cursor next) {

    public Page {
      entries = List.copyOf(entries);
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
    static Cursor after(OutboxEntry entry) {
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
