package dev.zhaoshang.domain;

import java.util.List;
import java.util.stream.Stream;
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
 * @param heir id of who took over when the person left; null for nobody
 */
public record Person(
    String id,
    String name,
    Role role,
    @Nullable String team,
    @Nullable String superior,
    boolean active,
    List<Account> accounts,
    @Nullable String heir) {

  public Person {
    accounts = List.copyOf(accounts);
  }

  /** Somebody from whom nobody has taken over. */
  public Person(
      String id,
      String name,
      Role role,
      @Nullable String team,
      @Nullable String superior,
      boolean active,
      List<Account> accounts) {
    this(id, name, role, team, superior, active, accounts, null);
  }

  /** This person with these accounts too, and present. */
  public Person withAccounts(List<Account> more) {
    List<Account> all = Stream.concat(accounts.stream(), more.stream()).distinct().toList();
    return new Person(id, name, role, team, superior, true, all);
  }

  /** This person after leaving. */
  public Person left(@Nullable String successor) {
    return new Person(id, name, role, team, superior, false, accounts, successor);
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
