package dev.zhaoshang.domain;

import java.time.Instant;

/**
 * A platform's access token, which all instances share. It is good for two hours or so.
 *
 * @param id of the entry
 * @param value the token; shown nowhere
 * @param expires when the platform forgets it
 */
public record SharedToken(String id, String value, Instant expires) implements LedgerEntry {

  /** The id of every such entry: there is one a ledger. */
  public static final String ID = "token";

  @Override
  public String toString() {
    return "SharedToken[****, expires=" + expires + "]";
  }
}
