package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What waits for one chat, in order. An entry whose time has not come does not hold up those after
 * it; one that is to be tried again does. Not safe for several threads.
 */
final class Lane {

  /** For so long the try of an unknown outcome may still be under way elsewhere. */
  static final Duration MAY_BE_SENDING = Duration.ofSeconds(30);

  private final TreeMap<Place, Item> items = new TreeMap<>();
  private final Bucket bucket;
  private Instant heldUntil = Instant.EPOCH;
  private Instant seen = Instant.EPOCH;

  /** When the latest try of unknown outcome began, of those in the store. */
  private Instant doubtfulSince = Instant.EPOCH;

  private boolean busy;

  Lane(Limits limits) {
    this.bucket = new Bucket(limits.chat());
  }

  /** Adds an entry, unless it is here already. */
  boolean add(OutboxEntry entry) {
    if (items.putIfAbsent(Place.of(entry), new Item(entry, null)) != null) {
      return false;
    }
    Instant since = entry.sendingSince();
    if (since != null) {
      doubtfulSince = later(doubtfulSince, since);
    }
    return true;
  }

  /**
   * When the next entry may be sent, not after {@code now} when it may be now; far in the future
   * while there is none or one is under way.
   */
  Instant readyAt(Instant now) {
    if (busy) {
      return Instant.MAX;
    }
    follow(now);
    Instant free = later(heldUntil, bucket.readyAt(now));
    Instant soonest = Instant.MAX;
    for (Item item : items.values()) {
      if (isDue(item, now)) {
        return free;
      }
      soonest = earlier(soonest, item.entry().notBefore());
    }
    return later(soonest, free);
  }

  /** Where the clock was set back, what holds this chat up is set back with it. */
  private void follow(Instant now) {
    if (now.isBefore(seen)) {
      heldUntil = heldUntil.minus(Duration.between(now, seen));
    }
    seen = now;
    if (doubtfulSince.isAfter(now)) {
      doubtfulSince = now;
    }
    hold(later(heldUntil, doubtfulSince.plus(MAY_BE_SENDING)));
  }

  /** The first entry that is due. */
  Optional<Item> first(Instant now) {
    return items.values().stream().filter(item -> isDue(item, now)).findFirst();
  }

  /** Since when the entry that is due longest waits. */
  Optional<Instant> oldest(Instant now) {
    return items.values().stream()
        .filter(item -> isDue(item, now))
        .map(item -> item.entry().notBefore())
        .min(Instant::compareTo);
  }

  /**
   * What is sent next: the first entry that is due, and when few may be sent, others with it. One
   * in doubt goes with what went with it, between which there may be what was not due then.
   */
  Item next(Instant now, Sender sender) {
    boolean again = first(now).orElseThrow().inDoubt();
    Iterator<Item> due =
        items.values().stream()
            .filter(item -> isDue(item, now) && (!again || item.inDoubt()))
            .iterator();
    return again || bucket.isLow(now) ? Joining.first(due, sender) : due.next();
  }

  /** Whether something interactive waits here: what stands before it is as urgent. */
  boolean urgent(Instant now) {
    return items.values().stream().anyMatch(item -> item.interactive() && isDue(item, now));
  }

  /** Begins with an entry. */
  void begin(int messages, Instant now) {
    busy = true;
    bucket.take(messages, now);
  }

  /** Ends with what was sent. */
  void free() {
    busy = false;
  }

  /** Forgets an entry that is done with. */
  void end(OutboxEntry entry) {
    items.remove(Place.of(entry));
  }

  /** Keeps an entry that is to be tried again. */
  void again(Item item, Instant at) {
    items.put(Place.of(item.entry()), item);
    hold(at);
  }

  boolean idle(Instant now) {
    return items.isEmpty() && !busy && bucket.isFull(now);
  }

  /** When nothing of its limit is used up. */
  Instant idleAt(Instant now) {
    return busy ? Instant.MAX : bucket.fullAt(now);
  }

  int size() {
    return items.size();
  }

  private void hold(Instant until) {
    heldUntil = later(heldUntil, until);
  }

  /** What somebody waits for is always due: it is planned for when it is said. */
  private static boolean isDue(Item item, Instant now) {
    return item.interactive() || !item.entry().notBefore().isAfter(now);
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** Where an entry stands in its chat; the id tells apart the chat's entries of several reps. */
  private record Place(long seq, int n, String id) implements Comparable<Place> {

    static Place of(OutboxEntry entry) {
      return new Place(entry.seq(), entry.n(), entry.id());
    }

    @Override
    public int compareTo(Place other) {
      return Comparator.comparingLong(Place::seq)
          .thenComparingInt(Place::n)
          .thenComparing(Place::id)
          .compare(this, other);
    }
  }
}
