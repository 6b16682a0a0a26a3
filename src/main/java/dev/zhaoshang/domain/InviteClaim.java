package dev.zhaoshang.domain;

import java.time.Instant;

/**
 * Somebody came with an invite's code. The first claim in the ledger is the one that counts.
 *
 * @param id {@code claim:<account key>}
 * @param account key of the account
 * @param at when
 */
public record InviteClaim(String id, String account, Instant at) implements LedgerEntry {}
