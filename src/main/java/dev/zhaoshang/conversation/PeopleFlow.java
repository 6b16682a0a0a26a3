package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Enlisting;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An admin adds people and ends their access; that it is one was seen to before. */
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
    List<String> lines = draft.in().snapshot().people().stream().map(this::line).toList();
    draft.audit("see", "people");
    draft.say("people", Map.of("list", String.join("\n", lines)));
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
    List<Person> people = draft.in().snapshot().people();
    Optional<PersonWords.Named> named = PersonWords.parse(words, people);
    if (named.isEmpty()) {
      draft.say("people.usage", Map.of());
      return;
    }
    Person person = named.get().withAccounts();
    Optional<Person> user = Enlisting.whoUsesAccountOf(person, people);
    if (person.id().equals(person.superior())) {
      draft.say("people.self", Map.of());
    } else if (user.isPresent()) {
      draft.say("people.taken", Map.of("line", line(user.get())));
    } else if (Enlisting.leavesNoAdmin(person, people)) {
      draft.say("people.lastAdmin", Map.of());
    } else {
      draft.save(person);
      draft.audit("person", person.id());
      boolean shut = named.get().isReturn() && !Enlisting.isEnrolled(person);
      draft.say(
          shut ? "people.returned" : "people.added",
          Map.of("line", line(person), "id", person.id()));
    }
  }

  /**
   * Ends a person's access at once; what the person recorded stays, or goes to whom the second id
   * names.
   */
  private void remove(String words) {
    String[] ids = words.trim().split("\\s+", -1);
    Person person = find(ids[0]);
    Person heir = ids.length > 1 ? find(ids[1]) : null;
    if (person == null || (ids.length > 1 && (heir == null || !heir.active()))) {
      draft.say("people.unknown", Map.of("id", person == null ? ids[0] : ids[1]));
      return;
    }
    Person left = person.left(heir == null ? null : heir.id());
    if (heir != null && heir.id().equals(left.id())) {
      draft.say("people.ownHeir", Map.of());
      return;
    }
    if (Enlisting.leavesNoAdmin(left, draft.in().snapshot().people())) {
      draft.say("people.lastAdmin", Map.of());
      return;
    }
    draft.save(left);
    draft.audit("leave", left.id());
    if (heir == null) {
      draft.say("people.removed", Map.of("line", line(left)));
    } else {
      draft.audit("handOver", heir.id());
      draft.say("people.handedOver", Map.of("line", line(left), "heir", heir.name()));
    }
  }

  private @Nullable Person find(String id) {
    return draft.in().snapshot().people().stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
