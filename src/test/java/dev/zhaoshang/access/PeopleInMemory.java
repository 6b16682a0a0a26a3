package dev.zhaoshang.access;

import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.People;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** People without a database; account 1001 is the rep {@code li}. */
public final class PeopleInMemory implements People {

  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private final AtomicLong strangers = new AtomicLong();

  /** With {@code li}. */
  public PeopleInMemory() {
    save(
        new Person(
            "li",
            "Li",
            Person.Role.REP,
            null,
            null,
            true,
            List.of(new Person.Account("telegram", "1001"))));
  }

  @Override
  public Optional<Person> find(String id) {
    return Optional.ofNullable(people.get(id));
  }

  @Override
  public Optional<Person> byAccount(String accountKey) {
    return people.values().stream()
        .filter(p -> p.accounts().stream().anyMatch(a -> a.key().equals(accountKey)))
        .findFirst();
  }

  @Override
  public void save(Person person) {
    people.put(person.id(), person);
  }

  @Override
  public List<Person> all() {
    return List.copyOf(people.values());
  }

  @Override
  public List<Person> ledBy(@Nullable String superior) {
    return people.values().stream()
        .filter(person -> Objects.equals(person.superior(), superior))
        .toList();
  }

  @Override
  public List<Person> ofRole(Person.Role role) {
    return people.values().stream().filter(person -> person.role() == role).toList();
  }

  @Override
  public long countStranger(String channel) {
    return strangers.incrementAndGet();
  }

  /** How often strangers wrote. */
  public long strangers() {
    return strangers.get();
  }
}
