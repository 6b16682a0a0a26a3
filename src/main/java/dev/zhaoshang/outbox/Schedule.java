package dev.zhaoshang.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The chats of one channel: those to which something may be sent now, in the order in which it is
 * sent, and those at which to look later. Many thousands wait at a check-in's time, so none is
 * looked at before. Not safe for several threads.
 */
final class Schedule {

  private final Bucket all;
  private final NavigableSet<Candidate> ready = new TreeSet<>(Candidate.ORDER);
  private final NavigableSet<Look> later = new TreeSet<>(Look.ORDER);

  /** Chats for which nothing waits, to be forgotten when nothing of their limit is used up. */
  private final NavigableSet<Look> empty = new TreeSet<>(Look.ORDER);

  private final Map<Chat, Candidate> candidates = new HashMap<>();
  private final Map<Chat, Look> looks = new HashMap<>();

  /** With the limit on all chats together. */
  Schedule(Limits.Rate all) {
    this.all = new Bucket(all);
  }

  /**
   * What may be sent to a chat.
   *
   * @param urgent whether somebody waits for it
   * @param since when it was due
   * @param id of the entry
   */
  record Candidate(Chat chat, boolean urgent, Instant since, String id) {

    static final Comparator<Candidate> ORDER =
        Comparator.comparing(Candidate::urgent, Comparator.reverseOrder())
            .thenComparing(Candidate::since)
            .thenComparing(Candidate::id);
  }

  private record Look(Instant at, Chat chat) {

    static final Comparator<Look> ORDER =
        Comparator.comparing(Look::at).thenComparing(look -> look.chat().id());
  }

  /** Puts a chat where it belongs now. */
  void place(Chat chat, Lane lane, Instant now) {
    remove(chat);
    Instant at = lane.readyAt(now);
    if (!at.isAfter(now)) {
      Item first = lane.first(now).orElseThrow();
      Candidate candidate =
          new Candidate(chat, lane.urgent(now), first.entry().notBefore(), first.entry().id());
      candidates.put(chat, candidate);
      ready.add(candidate);
    } else if (lane.size() == 0) {
      look(empty, new Look(lane.idleAt(now), chat));
    } else {
      look(later, new Look(at, chat));
    }
  }

  private void look(NavigableSet<Look> when, Look look) {
    looks.put(look.chat(), look);
    when.add(look);
  }

  /** Forgets a chat. */
  void remove(Chat chat) {
    Candidate candidate = candidates.remove(chat);
    if (candidate != null) {
      ready.remove(candidate);
    }
    Look look = looks.remove(chat);
    if (look != null) {
      later.remove(look);
      empty.remove(look);
    }
  }

  /** The chats at which it is time to look. */
  List<Chat> due(Instant now) {
    List<Chat> due = new ArrayList<>();
    Stream.of(later, empty)
        .flatMap(when -> when.stream().takeWhile(look -> !look.at().isAfter(now)))
        .forEach(look -> due.add(look.chat()));
    return due;
  }

  /** What is sent next; empty while the channel lets nothing through. */
  Optional<Candidate> first(Instant now) {
    return ready.isEmpty() || all.readyAt(now).isAfter(now)
        ? Optional.empty()
        : Optional.of(ready.first());
  }

  /** When something may be sent that may not be now; empty when nothing will by itself. */
  Optional<Instant> nextChange(Instant now) {
    Instant free = all.readyAt(now);
    Stream<Instant> waits = ready.isEmpty() ? Stream.of() : Stream.of(free);
    Stream<Instant> comes =
        later.isEmpty() ? Stream.of() : Stream.of(Lane.later(later.first().at(), free));
    return Stream.concat(waits, comes)
        .filter(at -> at.isAfter(now) && at.isBefore(Instant.MAX))
        .min(Comparator.naturalOrder());
  }

  /** Counts what is being sent. */
  void take(int messages, Instant now) {
    all.take(messages, now);
  }
}
