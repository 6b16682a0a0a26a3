package dev.zhaoshang.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.zhaoshang.store.Deliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A token bucket for each chat that all instances share, for platforms that drop what is too much.
 * It is kept in the store as the time when it is full again. Whoever sent to the chat last knows
 * that time, so that taking is one write; another instance's write is found by that one failing.
 */
final class SharedLimit {

  /** Whose times are kept in mind; of others the store is asked. */
  private static final int CHATS = 10_000;

  /** Should others take at the same moment so often, it is tried again later. */
  private static final int TRIES = 5;

  /** More messages than a reply has. A time that is later was made by a clock that is wrong. */
  private static final int MOST = 50;

  private final Deliveries deliveries;
  private final Cache<Chat, Instant> known = Caffeine.newBuilder().maximumSize(CHATS).build();

  SharedLimit(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /**
   * Takes what a sending needs.
   *
   * @return when to try again, having taken nothing; empty when it was taken
   * @throws dev.zhaoshang.store.StoreUnavailableException when the store cannot be asked
   */
  Optional<Instant> take(Chat chat, int messages, Limits.Rate rate, Instant now) {
    for (int i = 0; i < TRIES; i++) {
      Instant stored = Objects.requireNonNull(known.get(chat, this::read));
      Instant full = believed(stored, rate, now);
      Instant ready = full.minus(rate.interval().multipliedBy(rate.burst() - 1L));
      if (ready.isAfter(now)) {
        // What is kept in mind may be of before the store forgot it.
        known.invalidate(chat);
        return Optional.of(ready);
      }
      Instant next = Lane.later(full, now).plus(rate.interval().multipliedBy(messages));
      if (deliveries.useUp(key(chat), stored, next)) {
        known.put(chat, next);
        return Optional.empty();
      }
      known.invalidate(chat);
    }
    return Optional.of(now.plus(rate.interval()));
  }

  private Instant read(Chat chat) {
    return deliveries.usedUpUntil(key(chat));
  }

  private static Instant believed(Instant stored, Limits.Rate rate, Instant now) {
    Duration most = rate.interval().multipliedBy(rate.burst() + (long) MOST);
    return stored.isAfter(now.plus(most)) ? now : stored;
  }

  private static String key(Chat chat) {
    return chat.channel() + ":" + chat.id();
  }
}
