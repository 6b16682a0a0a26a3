package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom somebody leads. */
final class Team {

  private Team() {}

  /** The active people below the speaker, through all levels; for an admin everybody else. */
  static List<Person> of(Snapshot snapshot) {
    return of(snapshot.speaker(), snapshot.people());
  }

  /** Whether the speaker leads anybody, by role. */
  static boolean leads(Draft draft) {
    Person speaker = draft.in().snapshot().speaker();
    return speaker != null && speaker.role() != Person.Role.REP;
  }

  /** The active reps below a person, through all levels: whose customers the person looks after. */
  static List<Person> reps(@Nullable Person leader, List<Person> people) {
    return of(leader, people).stream().filter(one -> one.role() == Person.Role.REP).toList();
  }

  /** The active people below a person. */
  static List<Person> of(@Nullable Person leader, List<Person> people) {
    if (leader == null) {
      return List.of();
    }
    List<Person> active = people.stream().filter(Person::active).toList();
    if (leader.role() == Person.Role.ADMIN) {
      return active.stream().filter(one -> !one.id().equals(leader.id())).toList();
    }
    List<Person> below = new ArrayList<>();
    List<String> leaders = new ArrayList<>(List.of(leader.id()));
    for (int i = 0; i < leaders.size(); i++) {
      String id = leaders.get(i);
      active.stream()
          .filter(one -> id.equals(one.superior()) && !leaders.contains(one.id()))
          .forEach(
              one -> {
                below.add(one);
                leaders.add(one.id());
              });
    }
    return below;
  }
}
