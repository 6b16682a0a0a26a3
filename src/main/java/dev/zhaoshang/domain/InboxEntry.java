package dev.zhaoshang.domain;

import java.time.Instant;

/**
 * An update that was acknowledged.
 *
 * @param id the update's id
 * @param rep the rep whose turn it will be
 * @param seq place in the rep's order, from 1 without gaps
 * @param receivedAt when it was stored
 * @param body the update
 */
public record InboxEntry(String id, String rep, long seq, Instant receivedAt, Update body) {}
