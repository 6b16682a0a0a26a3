package dev.zhaoshang.access;

import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Reach;
import dev.zhaoshang.store.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which app a person used last, so that a reminder goes to that one. */
public final class Reachability {

  /** Seen again within this is not written again: it is on the path of every message. */
  private static final Duration SAME = Duration.ofMinutes(5);

  private final Ledgers ledgers;
  private final InstantSource clock;
  private final Map<String, Reach> written = new ConcurrentHashMap<>();

  /** Keeps it in the store. */
  public Reachability(Ledgers ledgers, InstantSource clock) {
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /** Notes that a person wrote by a channel. */
  public void seen(String person, String channel, String chat) {
    Instant now = clock.instant();
    Reach last = written.get(person);
    boolean same =
        last != null
            && last.id().equals(channel)
            && last.chat().equals(chat)
            && now.isBefore(last.at().plus(SAME));
    if (!same) {
      Reach reach = new Reach(channel, chat, now, false);
      put(person, reach);
      written.put(person, reach);
    }
  }

  /** Notes that a person has shut us out of a channel: nothing that waits is sent there. */
  public void lost(String person, String channel) {
    ledgers.find(Reach.ledgerOf(person)).find(Reach.class, channel).stream()
        .filter(reach -> !reach.lost())
        .forEach(reach -> put(person, new Reach(channel, reach.chat(), reach.at(), true)));
    written.remove(person);
  }

  /** Whether a person ever wrote by a channel. */
  boolean isKnown(String person, String channel) {
    return ledgers.find(Reach.ledgerOf(person)).find(Reach.class, channel).isPresent();
  }

  /** The chat that the person used last; empty when there is none, or none that is open. */
  public Optional<Reach> best(String person) {
    return ledgers.find(Reach.ledgerOf(person)).all(Reach.class).stream()
        .filter(reach -> !reach.lost())
        .max(Comparator.comparing(Reach::at));
  }

  private void put(String person, Reach reach) {
    String key = reach.id() + "@" + clock.instant() + (reach.lost() ? " lost" : "");
    ledgers.apply(new LedgerChange(Reach.ledgerOf(person), person, key, List.of(reach), List.of()));
  }
}
