package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.store.Deliveries;
import dev.zhaoshang.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliveries without a database; can be taken down. */
public final class DeliveriesInMemory implements Deliveries {

  private final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
  private final Map<String, Instant> limits = new HashMap<>();
  private boolean down;

  /** Makes every call fail until it is up again. */
  public synchronized void down(boolean newDown) {
    this.down = newDown;
  }

  @Override
  public synchronized void add(List<OutboxEntry> added) {
    check();
    added.forEach(entry -> entries.putIfAbsent(entry.id(), entry));
  }

  @Override
  public synchronized Optional<OutboxEntry> find(String id) {
    check();
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public synchronized void update(OutboxEntry entry) {
    check();
    entries.replace(entry.id(), entry);
  }

  @Override
  public synchronized boolean claim(String id, int tries, Instant sendingSince) {
    check();
    OutboxEntry entry = entries.get(id);
    if (entry == null || !waits(entry) || entry.tries() != tries) {
      return false;
    }
    entries.put(id, entry.begun(sendingSince));
    return true;
  }

  @Override
  public synchronized List<OutboxEntry> waiting(String channel, int limit) {
    check();
    return entries.values().stream()
        .filter(entry -> entry.channel().equals(channel) && waits(entry))
        .sorted(
            Comparator.comparing(OutboxEntry::notBefore)
                .thenComparing(OutboxEntry::seq)
                .thenComparing(OutboxEntry::n))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<OutboxEntry> after(String rep, String channel, long seq, int limit) {
    check();
    return entries.values().stream()
        .filter(e -> e.rep().equals(rep) && e.channel().equals(channel) && e.seq() > seq)
        .sorted(Comparator.comparing(OutboxEntry::seq).thenComparing(OutboxEntry::n))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<OutboxEntry> lastBefore(OutboxEntry entry) {
    check();
    return entries.values().stream()
        .filter(e -> e.rep().equals(entry.rep()) && e.channel().equals(entry.channel()))
        .filter(e -> e.chat().equals(entry.chat()) && e.seq() < entry.seq())
        .max(Comparator.comparing(OutboxEntry::seq).thenComparing(OutboxEntry::n));
  }

  @Override
  public synchronized Instant usedUpUntil(String key) {
    check();
    return limits.getOrDefault(key, Instant.EPOCH);
  }

  @Override
  public synchronized boolean useUp(String key, Instant known, Instant until) {
    check();
    boolean same = usedUpUntil(key).equals(known);
    if (same) {
      limits.put(key, until);
    }
    return same;
  }

  @Override
  public synchronized void markSent(List<String> ids, Instant at) {
    check();
    ids.forEach(id -> entries.computeIfPresent(id, (key, entry) -> sent(entry, at)));
  }

  private static boolean waits(OutboxEntry entry) {
    return entry.sentAt() == null && entry.failure() == null;
  }

  private static OutboxEntry sent(OutboxEntry e, Instant at) {
    return new OutboxEntry(
        e.id(),
        e.rep(),
        e.channel(),
        e.chat(),
        e.seq(),
        e.n(),
        e.priority(),
        e.notBefore(),
        e.reply(),
        e.message(),
        e.tries(),
        null,
        at,
        null);
  }

  private void check() {
    if (down) {
      throw new StoreUnavailableException("down", new IOException("down"));
    }
  }
}
