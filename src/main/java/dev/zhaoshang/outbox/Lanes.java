package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is sent next: one entry at a time to a chat, interactive before bulk between chats,
 * within the platforms' limits. Pure: time is handed in. Not safe for several threads.
 */
final class Lanes {

  private static final int AT_ONCE = 16;

  /** Slow bulk must leave room for somebody who waits for an answer. */
  private static final int BULK_AT_ONCE = AT_ONCE / 2;

  private final Map<String, Sender> senders;
  private final Map<String, Bucket> all = new HashMap<>();
  private final Map<Chat, Lane> lanes = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private int readings;
  private int underWay;
  private int bulkUnderWay;

  /** With the senders by channel. */
  Lanes(Map<String, Sender> senders) {
    this.senders = senders;
    senders.forEach((channel, sender) -> all.put(channel, new Bucket(sender.limits().all())));
  }

  /** Adds an entry of a channel with a sender, unless it is here already. */
  void add(OutboxEntry entry) {
    lanes.computeIfAbsent(Chat.of(entry), c -> new Lane(sender(entry).limits())).add(entry);
  }

  /** From now on keeps in mind what ends, because the store is being read. */
  void beginReading() {
    readings++;
  }

  /** Adds what was read in the store, but for what ended meanwhile. */
  void endReading(List<OutboxEntry> waiting) {
    waiting.stream().filter(entry -> !ended.contains(entry.id())).forEach(this::add);
    readings--;
    if (readings == 0) {
      ended.clear();
    }
  }

  /** Takes what is sent next, if there is room; its chat waits until {@link #free}. */
  Optional<Item> take(Instant now) {
    lanes.values().removeIf(lane -> lane.idle(now));
    if (underWay >= AT_ONCE) {
      return Optional.empty();
    }
    Optional<Candidate> best =
        lanes.entrySet().stream()
            .filter(e -> !readyAt(e.getKey(), e.getValue(), now).isAfter(now))
            .map(e -> Candidate.of(e.getValue(), now))
            .filter(candidate -> candidate.urgent() || bulkUnderWay < BULK_AT_ONCE)
            .min(Candidate.ORDER);
    return best.map(candidate -> begin(candidate, now));
  }

  private Item begin(Candidate candidate, Instant now) {
    Sender sender = sender(candidate.item().entry());
    Item item = candidate.lane().next(now, sender);
    int messages = sender.messages(Joining.joined(item.entries()));
    candidate.lane().begin(messages, now);
    bucket(sender.channel()).take(messages, now);
    count(item, 1);
    return item;
  }

  /** Ends with what was sent, whatever became of it. */
  void free(Item item) {
    count(item, -1);
    lane(item.entry()).free();
  }

  /** Forgets an entry that is done with. */
  void end(OutboxEntry entry) {
    lane(entry).end(entry);
    if (readings > 0) {
      ended.add(entry.id());
    }
  }

  /** Keeps an entry that is to be tried again. */
  void again(Item item, Instant at) {
    lane(item.entry()).again(item, at);
  }

  private void count(Item item, int change) {
    underWay += change;
    bulkUnderWay += item.interactive() ? 0 : change;
  }

  /** Whether nothing is being sent. */
  boolean isQuiet() {
    return underWay == 0;
  }

  /** When an entry becomes ready that is not ready yet; empty when none will by itself. */
  Optional<Instant> nextChange(Instant now) {
    return lanes.entrySet().stream()
        .map(e -> readyAt(e.getKey(), e.getValue(), now))
        .filter(at -> at.isAfter(now) && at.isBefore(Instant.MAX))
        .min(Comparator.naturalOrder());
  }

  /** How many entries wait. */
  int size() {
    return lanes.values().stream().mapToInt(Lane::size).sum();
  }

  /** Since when the entry that is due longest waits; empty when none is due. */
  Optional<Instant> oldest(Instant now) {
    return lanes.values().stream()
        .map(lane -> lane.oldest(now))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private Instant readyAt(Chat chat, Lane lane, Instant now) {
    return Lane.later(lane.readyAt(now), bucket(chat.channel()).readyAt(now));
  }

  private Lane lane(OutboxEntry entry) {
    return Objects.requireNonNull(lanes.get(Chat.of(entry)), "a busy lane is kept");
  }

  private Bucket bucket(String channel) {
    return Objects.requireNonNull(all.get(channel), channel);
  }

  private Sender sender(OutboxEntry entry) {
    return Objects.requireNonNull(senders.get(entry.channel()), entry.channel());
  }

  private record Chat(String channel, String id) {

    static Chat of(OutboxEntry entry) {
      return new Chat(entry.channel(), entry.chat());
    }
  }

  private record Candidate(Lane lane, Item item, boolean urgent) {

    static final Comparator<Candidate> ORDER =
        Comparator.comparing(Candidate::urgent, Comparator.reverseOrder())
            .thenComparing(c -> c.item().entry().notBefore())
            .thenComparing(c -> c.item().entry().id());

    static Candidate of(Lane lane, Instant now) {
      return new Candidate(lane, lane.first(now).orElseThrow(), lane.urgent(now));
    }
  }
}
