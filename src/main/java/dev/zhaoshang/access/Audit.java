package dev.zhaoshang.access;

import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.store.Ledgers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes who looked at what is another's, outside of turns, which note it themselves. */
public final class Audit {

  private final Ledgers ledgers;
  private final InstantSource clock;

  /** By who looked at whom, when that was noted last. */
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  /** Writes to the store. */
  public Audit(Ledgers ledgers, InstantSource clock) {
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /**
   * Notes that somebody looks at the records of a rep; a page that looks every few seconds is noted
   * once an hour.
   *
   * @throws dev.zhaoshang.store.StoreUnavailableException when it cannot be noted; then nothing may
   *     be shown
   */
  public void sees(String by, String rep) {
    Instant now = clock.instant();
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    String who = by + " " + rep;
    if (!hour.equals(noted.get(who))) {
      String id = "see:" + by + ":" + rep + ":" + hour;
      AuditEntry entry = new AuditEntry(id, by, "see", rep, now);
      ledgers.apply(new LedgerChange(AuditEntry.ledgerOf(now), by, id, List.of(entry), List.of()));
      noted.put(who, hour);
    }
  }
}
