package dev.zhaoshang.domain;

/**
 * A group that is told how the day of a team was; in the ledger of who leads the team.
 *
 * @param id the channel
 * @param chat the group there
 */
public record TeamGroup(String id, String chat) implements LedgerEntry {}
