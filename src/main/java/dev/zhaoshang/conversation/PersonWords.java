package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is: {@code id role name channel:account superior=id team=id}. Pure. */
final class PersonWords {

  private PersonWords() {}

  /**
   * A person as the words have it.
   *
   * @param person without the accounts that the words name; who had left is without the old ones
   * @param named accounts that the words name
   * @param known the person as it was; null for somebody new
   */
  record Named(Person person, List<Account> named, @Nullable Person known) {

    /** The person with the accounts that the words name. */
    Person withAccounts() {
      return person.withAccounts(named);
    }

    /** Whether this is somebody who had left. */
    boolean isReturn() {
      return known != null && !known.active();
    }
  }

  /**
   * The person; what the words leave out is as it is with the person of that id.
   *
   * @param people who is known
   */
  static Optional<Named> parse(String words, List<Person> people) {

    String[] tokens = words.trim().split("\\s+", -1);
    String id = tokens[0];
    if (!id.matches("[A-Za-z0-9._-]{1,64}") || tokens.length < 2) {
      return Optional.empty();
    }
    @Nullable Person old = find(people, id);
    Role role = old == null ? Access.LEAST : old.role();
    String team = old == null ? null : old.team();
    String superior = old == null ? null : old.superior();
    List<Account> accounts = new ArrayList<>();
    List<String> name = new ArrayList<>();
    for (String token : List.of(tokens).subList(1, tokens.length)) {
      Optional<Role> named =
          Stream.of(Role.values()).filter(r -> r.name().equalsIgnoreCase(token)).findFirst();
      if (named.isPresent()) {
        role = named.get();
      } else if (token.startsWith("superior=")) {
        superior = token.substring("superior=".length());
      } else if (token.startsWith("team=")) {
        team = token.substring("team=".length());
      } else if (token.matches("[a-z]+:\\S+")) {
        String[] account = token.split(":", 2);
        accounts.add(new Account(account[0], account[1]));
      } else {
        name.add(token);
      }
    }
    String shown = name.isEmpty() && old != null ? old.name() : String.join(" ", name);
    if (shown.isEmpty() || (superior != null && find(people, superior) == null)) {
      return Optional.empty();
    }
    // An account of somebody who had left may be anybody's by now.
    List<Account> own = old == null || !old.active() ? List.of() : old.accounts();
    Person person = new Person(id, shown, role, team, superior, true, own);
    return Optional.of(new Named(person, accounts.stream().distinct().toList(), old));
  }

  private static @Nullable Person find(List<Person> people, String id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst().orElse(null);
  }
}
