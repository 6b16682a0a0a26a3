package dev.zhaoshang.domain;

import java.time.Instant;

/**
 * A picture or file that belongs to a distributor; it stays with the channel that it came by.
 *
 * @param id of the entry
 * @param channel that keeps the file
 * @param file as the channel knows it
 * @param caption typed under it; empty for none
 * @param at when it was sent
 */
public record Attachment(String id, String channel, SentFile file, String caption, Instant at)
    implements LedgerEntry {}
