package dev.zhaoshang.store;

import dev.zhaoshang.domain.Person;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of the company. */
public interface People {

  /** The person with that id. */
  Optional<Person> find(String id);

  /**
   * The person with that id, as {@link #find} found it some seconds ago at most, or as it was
   * written here since; for what is asked at each turn and is not written back.
   */
  default Optional<Person> findLately(String id) {
    return find(id);
  }

  /** The person with that account ({@link Person.Account#key()}). */
  Optional<Person> byAccount(String accountKey);

  /** Writes a person; an account belongs to the person who was written with it last. */
  void save(Person person);

  /** Everybody, by id. */
  List<Person> all();

  /**
   * Active people with that superior, by id.
   *
   * @param superior id of the superior; null for those who have none
   */
  List<Person> ledBy(@Nullable String superior);

  /** Active people of that role, by id. */
  List<Person> ofRole(Person.Role role);

  /** Counts a message from somebody unknown; nothing else of it is kept. Returns the count. */
  long countStranger(String channel);
}
