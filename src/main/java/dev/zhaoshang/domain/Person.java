package dev.zhaoshang.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the company.
 *
 * @param id of the person; reps are named by it everywhere
 * @param name to show
 * @param role what the person may do
 * @param team id of the team; null for none
 * @param superior id of the superior; null for none (then an admin stands in)
 * @param active false once the person has left
 * @param accounts accounts at the channels
 */
public record Person(
    String id,
    String name,
    Role role,
    @Nullable String team,
    @Nullable String superior,
    boolean active,
    List<Account> accounts) {

  public Person {
    accounts = List.copyOf(accounts);
  }

  /** What a person may do. */
  public enum Role {
    /** Recruits distributors. */
    REP,
    /** Leads a team of reps. */
    SUPERIOR,
    /** Adds people and changes settings. */
    ADMIN
  }

  /**
   * An account at a channel.
   *
   * @param channel e.g. {@code telegram}
   * @param id the channel's id of the account
   */
  public record Account(String channel, String id) {

    /** Both in one: {@code <channel>:<id>}. */
    public String key() {
      return channel + ":" + id;
    }
  }
}
