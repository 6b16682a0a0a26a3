package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.OutboxEntry.Priority;
import dev.zhaoshang.domain.Reply;
import java.time.Instant;
import java.util.List;

/** Entries for tests. */
final class Entries {

  private final Instant now;

  Entries(Instant now) {
    this.now = now;
  }

  OutboxEntry interactive(String chat, long seq, int n) {
    return entry("telegram", chat, seq, n, Priority.INTERACTIVE, now);
  }

  OutboxEntry bulk(String chat, long seq) {
    return bulk(chat, seq, now);
  }

  OutboxEntry bulk(String chat, long seq, Instant notBefore) {
    return entry("telegram", chat, seq, 0, Priority.BULK, notBefore);
  }

  OutboxEntry web(String chat, long seq, int n, Instant notBefore) {
    return entry("web", chat, seq, n, Priority.INTERACTIVE, notBefore);
  }

  private static OutboxEntry entry(
      String channel, String chat, long seq, int n, Priority priority, Instant notBefore) {
    return new OutboxEntry(
        chat + seq + "#" + n,
        "rep-" + chat,
        channel,
        chat,
        seq,
        n,
        priority,
        notBefore,
        new Reply("recorded", "text", null, null, List.of()),
        null,
        0,
        null,
        null,
        null);
  }
}
