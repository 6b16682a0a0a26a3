package dev.zhaoshang.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.OutboxEntry.Priority;
import dev.zhaoshang.store.Deliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

  private record Chat(String rep, String channel, String id) {

    static Chat of(OutboxEntry entry) {
      return new Chat(entry.rep(), entry.channel(), entry.chat());
    }
  }

  /**
   * Whether what stands before the entry in its chat is still to be sent, which another instance
   * does, or this one once it has found it.
   *
   * @param together what goes with it in one message, before it
   * @throws dev.zhaoshang.store.StoreUnavailableException when the store cannot be asked
   */
  boolean mustWait(OutboxEntry entry, List<OutboxEntry> together, Instant now) {
    boolean begun = entry.n() > 0 || entry.tries() > 0;
    Long last = sentHere.getIfPresent(Chat.of(entry));
    if (begun || (last != null && last == entry.seq() - 1)) {
      return false;
    }
    return deliveries
        .lastBefore(entry)
        .filter(before -> together.stream().noneMatch(one -> one.id().equals(before.id())))
        .filter(before -> before.sentAt() == null && before.failure() == null)
        .filter(before -> isWaitedFor(before, entry, now))
        .isPresent();
  }

  /**
   * An answer is due at once, by whatever clock it was planned; a reminder before its time holds
   * nothing up, nor does one in a backlog hold up an answer.
   */
  private static boolean isWaitedFor(OutboxEntry before, OutboxEntry entry, Instant now) {
    if (before.priority() == Priority.INTERACTIVE) {
      return true;
    }
    boolean inBacklog = now.isAfter(before.notBefore().plus(BACKLOG));
    boolean isDue = !before.notBefore().isAfter(now);
    return isDue && (entry.priority() == Priority.BULK || !inBacklog);
  }

  /** Keeps in mind what was sent. */
  void sent(OutboxEntry entry) {
    sentHere.put(Chat.of(entry), entry.seq());
  }
}
