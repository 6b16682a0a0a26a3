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

  /** Who does what is done by itself. */
  private static final String NOBODY = "-";

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
      note(id, new AuditEntry(id, by, "see", rep, now));
      noted.put(who, hour);
    }
  }

  /**
   * Notes that what was said before a time was removed, because its time was over.
   *
   * @throws dev.zhaoshang.store.StoreUnavailableException when it cannot be noted
   */
  public void expired(Instant before) {
    String id = "retention:" + before;
    note(id, new AuditEntry(id, NOBODY, "retention", before.toString(), clock.instant()));
  }

  private void note(String key, AuditEntry entry) {
    ledgers.apply(
        new LedgerChange(
            AuditEntry.ledgerOf(entry.at()), entry.by(), key, List.of(entry), List.of()));
  }
}
