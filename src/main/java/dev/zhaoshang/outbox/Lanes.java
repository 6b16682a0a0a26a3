package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
  private final Map<String, Schedule> schedules = new HashMap<>();
  private final Map<Chat, Lane> lanes = new HashMap<>();

  /** The chats whose lanes changed since they were looked at. */
  private final Set<Chat> changed = new LinkedHashSet<>();

  private final Set<String> ended = new HashSet<>();
  private Instant seen = Instant.EPOCH;
  private int readings;
  private int underWay;
  private int bulkUnderWay;

  /** With the senders by channel. */
  Lanes(Map<String, Sender> senders) {
    this.senders = senders;
    senders.forEach(
        (channel, sender) -> schedules.put(channel, new Schedule(sender.limits().all())));
  }

  /** Adds an entry of a channel with a sender, unless it is here already. */
  void add(OutboxEntry entry) {
    lanes.computeIfAbsent(Chat.of(entry), c -> new Lane(sender(entry).limits())).add(entry);
    changed.add(Chat.of(entry));
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
    look(now);
    if (underWay >= AT_ONCE) {
      return Optional.empty();
    }
    boolean bulk = bulkUnderWay < BULK_AT_ONCE;
    return schedules.values().stream()
        .flatMap(schedule -> schedule.first(now).stream())
        .filter(candidate -> candidate.urgent() || bulk)
        .min(Schedule.Candidate.ORDER)
        .map(candidate -> begin(candidate, now));
  }

  private Item begin(Schedule.Candidate candidate, Instant now) {
    Lane lane = lane(candidate.chat());
    Sender sender = Objects.requireNonNull(senders.get(candidate.chat().channel()));
    Item item = lane.next(now, sender);
    int messages = sender.messages(Joining.joined(item.entries()));
    lane.begin(messages, now);
    changed.add(candidate.chat());
    schedule(candidate.chat()).take(messages, now);
    count(item, 1);
    return item;
  }

  /** Looks at the lanes that changed, and at those whose time has come. */
  private void look(Instant now) {
    if (now.isBefore(seen)) {
      // the clock was set back, and with it all that was to come
      changed.addAll(lanes.keySet());
    }
    seen = now;
    schedules.values().forEach(schedule -> changed.addAll(schedule.due(now)));
    changed.forEach(chat -> look(chat, now));
    changed.clear();
  }

  private void look(Chat chat, Instant now) {
    Lane lane = lane(chat);
    if (lane.idle(now)) {
      lanes.remove(chat);
      schedule(chat).remove(chat);
    } else {
      schedule(chat).place(chat, lane, now);
    }
  }

  /** Ends with what was sent, whatever became of it. */
  void free(Item item) {
    count(item, -1);
    changed(item.entry()).free();
  }

  /** Forgets an entry that is done with. */
  void end(OutboxEntry entry) {
    changed(entry).end(entry);
    if (readings > 0) {
      ended.add(entry.id());
    }
  }

  /** Keeps an entry that is to be tried again. */
  void again(Item item, Instant at) {
    changed(item.entry()).again(item, at);
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
    look(now);
    return schedules.values().stream()
        .flatMap(schedule -> schedule.nextChange(now).stream())
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

  private Lane changed(OutboxEntry entry) {
    Chat chat = Chat.of(entry);
    changed.add(chat);
    return lane(chat);
  }

  private Lane lane(Chat chat) {
    return Objects.requireNonNull(lanes.get(chat), "a busy lane is kept");
  }

  private Schedule schedule(Chat chat) {
    return Objects.requireNonNull(schedules.get(chat.channel()), chat.channel());
  }

  private Sender sender(OutboxEntry entry) {
    return Objects.requireNonNull(senders.get(entry.channel()), entry.channel());
  }
}
