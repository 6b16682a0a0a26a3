package dev.zhaoshang.access;

import dev.zhaoshang.access.Access.Deed;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a person may be written. Accounts are named by admins, or become somebody's by a code; nobody
 * takes one that another person uses. Who has left comes back by an admin. Pure.
 */
public final class Enlisting {

  private Enlisting() {}

  /** Whether somebody is served already, and so needs no code but for another app. */
  public static boolean isEnrolled(Person person) {
    return person.active() && !person.accounts().isEmpty();
  }

  /** The active other person who uses one of the accounts. */
  public static Optional<Person> whoUsesAccountOf(Person wanted, List<Person> people) {
    return people.stream()
        .filter(other -> other.active() && !other.id().equals(wanted.id()))
        .filter(other -> other.accounts().stream().anyMatch(wanted.accounts()::contains))
        .findFirst();
  }

  /** Whether nobody could add people any more after that person is written so. */
  public static boolean leavesNoAdmin(Person wanted, List<Person> people) {
    boolean was =
        people.stream().anyMatch(one -> one.id().equals(wanted.id()) && isActiveAdmin(one));
    return was
        && !isActiveAdmin(wanted)
        && people.stream().noneMatch(one -> !one.id().equals(wanted.id()) && isActiveAdmin(one));
  }

  /**
   * Whether somebody may write a person so.
   *
   * @param known the person as stored; null when there is none
   * @param users who has an account now
   */
  static boolean mayWrite(
      Person by, @Nullable Person known, Person wanted, Function<Account, Optional<Person>> users) {
    if (!Access.mayInvite(by, wanted)) {
      return false;
    }
    Set<Account> more = new HashSet<>(wanted.accounts());
    if (known != null) {
      known.accounts().forEach(more::remove);
    }
    boolean free =
        more.stream()
            .flatMap(account -> users.apply(account).stream())
            .noneMatch(user -> user.active() && !user.id().equals(wanted.id()));
    boolean returns = known != null && !known.active() && wanted.active();
    return free && (Access.may(by, Deed.APPOINT) || (more.isEmpty() && !returns));
  }

  private static boolean isActiveAdmin(Person person) {
    return person.active() && person.role() == Role.ADMIN;
  }
}
