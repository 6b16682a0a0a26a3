package dev.zhaoshang.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.OutboxEntry.Priority;
import dev.zhaoshang.store.Deliveries;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps the order of a chat to which several instances send: what another has not sent yet is
 * waited for. The store is asked only where this instance did not send the turn before itself.
 */
final class Succession {

  /** Whose last turn sent is kept in mind; for others the store is asked. */
  private static final int CHATS = 10_000;

  /** A reminder that is late by so much is in a backlog. */
  private static final Duration BACKLOG = Duration.ofSeconds(10);

  private final Deliveries deliveries;
  private final Cache<Chat, Long> sentHere = Caffeine.newBuilder().maximumSize(CHATS).build();

  Succession(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  private record Chat(String rep, String channel) {

    static Chat of(OutboxEntry entry) {
      return new Chat(entry.rep(), entry.channel());
    }
  }

  /**
   * Whether what stands before the entry in its chat is still to be sent, which another instance
   * does, or this one once it has found it.
   *
   * @throws dev.zhaoshang.store.StoreUnavailableException when the store cannot be asked
   */
  boolean mustWait(OutboxEntry entry, Instant now) {
    boolean begun = entry.n() > 0 || entry.tries() > 0;
    Long last = sentHere.getIfPresent(Chat.of(entry));
    if (begun || (last != null && last == entry.seq() - 1)) {
      return false;
    }
    return deliveries
        .lastBefore(entry.rep(), entry.channel(), entry.seq())
        .filter(before -> before.sentAt() == null && before.failure() == null)
        .filter(before -> !before.notBefore().isAfter(now))
        .filter(before -> isWaitedFor(before, entry, now))
        .isPresent();
  }

  /** An answer does not wait behind a backlog of reminders. */
  private static boolean isWaitedFor(OutboxEntry before, OutboxEntry entry, Instant now) {
    boolean overtakes =
        entry.priority() == Priority.INTERACTIVE && before.priority() == Priority.BULK;
    return !overtakes || now.isBefore(before.notBefore().plus(BACKLOG));
  }

  /** Keeps in mind what was sent. */
  void sent(OutboxEntry entry) {
    sentHere.put(Chat.of(entry), entry.seq());
  }
}
