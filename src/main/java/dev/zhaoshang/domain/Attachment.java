package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture or file that belongs to a distributor; it stays with the channel that it came by.
 *
 * @param id of the entry
 * @param channel that keeps the file
 * @param file as the channel knows it
 * @param caption typed under it; empty for none
 * @param at when it was sent
 * @param tick id of the tick of a visit that it shows; null when it belongs to none
 */
public record Attachment(
    String id, String channel, SentFile file, String caption, Instant at, @Nullable String tick)
    implements LedgerEntry {

  /** The same, showing what was ticked. */
  public Attachment of(String ticked) {
    return new Attachment(id, channel, file, caption, at, ticked);
  }
}
