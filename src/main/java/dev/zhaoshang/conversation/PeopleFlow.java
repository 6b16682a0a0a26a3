package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An admin adds people and ends their access. */
final class PeopleFlow implements Flow {

  private final Draft draft;

  PeopleFlow(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    String argument = Objects.requireNonNullElse(meaning.argument(), "");
    switch (command) {
      case PEOPLE -> list();
      case ADD_PERSON -> add(argument);
      case REMOVE_PERSON -> remove(argument);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Lists everybody. */
  private void list() {
    if (isAdmin()) {
      List<String> lines = draft.in().snapshot().people().stream().map(this::line).toList();
      draft.say("people", Map.of("list", String.join("\n", lines)));
    }
  }

  private String line(Person person) {
    List<String> parts = new ArrayList<>();
    parts.add((person.active() ? "· " : "✕ ") + person.id());
    parts.add(person.name());
    parts.add(draft.text("role." + person.role().name().toLowerCase(Locale.ROOT), Map.of()));
    Stream.of(person.team(), person.superior()).filter(s -> s != null).forEach(parts::add);
    person.accounts().forEach(account -> parts.add(account.key()));
    return String.join(" ", parts);
  }

  /** Adds a person, or changes one: {@code id role name channel:account superior=id team=id}. */
  private void add(String words) {
    if (!isAdmin()) {
      return;
    }
    Optional<Person> person = parse(words);
    if (person.isEmpty()) {
      draft.say("people.usage", Map.of());
    } else if (person.get().id().equals(person.get().superior())) {
      draft.say("people.self", Map.of());
    } else {
      draft.save(person.get());
      draft.say("people.added", Map.of("line", line(person.get())));
    }
  }

  private Optional<Person> parse(String words) {
    String[] tokens = words.trim().split("\\s+", -1);
    String id = tokens[0];
    if (!id.matches("[A-Za-z0-9._-]{1,64}") || tokens.length < 2) {
      return Optional.empty();
    }
    @Nullable Person old = find(id);
    Role role = old == null ? Role.REP : old.role();
    String team = old == null ? null : old.team();
    String superior = old == null ? null : old.superior();
    List<Account> accounts = new ArrayList<>(old == null ? List.of() : old.accounts());
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
    if (shown.isEmpty() || (superior != null && find(superior) == null)) {
      return Optional.empty();
    }
    List<Account> distinct = accounts.stream().distinct().toList();
    return Optional.of(new Person(id, shown, role, team, superior, true, distinct));
  }

  /** Ends a person's access; what the person recorded stays. */
  private void remove(String words) {
    if (!isAdmin()) {
      return;
    }
    Person person = find(words.trim());
    if (person == null) {
      draft.say("people.unknown", Map.of("id", words.trim()));
      return;
    }
    Person left =
        new Person(
            person.id(),
            person.name(),
            person.role(),
            person.team(),
            person.superior(),
            false,
            person.accounts());
    draft.save(left);
    draft.say("people.removed", Map.of("line", line(left)));
  }

  private @Nullable Person find(String id) {
    return draft.in().snapshot().people().stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  private boolean isAdmin() {
    Person speaker = draft.in().snapshot().speaker();
    boolean admin = speaker != null && speaker.role() == Role.ADMIN;
    if (!admin) {
      draft.say("people.denied", Map.of());
    }
    return admin;
  }
}
