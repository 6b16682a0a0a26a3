package dev.zhaoshang.access;

import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.People;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who somebody is. Everybody else is a stranger, of whom nothing is kept but a count. */
public final class Directory {

  /** A stranger gets one polite line in so long. */
  private static final Duration SILENCE = Duration.ofHours(1);

  /** So many codes a stranger may try within that. */
  private static final int TRIES = 5;

  /** So many strangers are remembered, to be silent to; the oldest give way. */
  private static final int REMEMBERED = 10_000;

  private final People people;
  private final InstantSource clock;

  /** Who is told of people that are written. */
  private final List<Consumer<Person>> told = new CopyOnWriteArrayList<>();

  private final Map<String, Stranger> strangers =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stranger> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Since when a stranger is remembered, how often a code was tried, and whether we spoke. */
  private record Stranger(Instant since, int tries, boolean greeted) {}

  /** Reads people from the store. */
  public Directory(People people, InstantSource clock) {
    this.people = people;
    this.clock = clock;
  }

  /** The active person with that account. */
  public Optional<Person> byAccount(String channel, String accountId) {
    return people.byAccount(new Person.Account(channel, accountId).key()).filter(Person::active);
  }

  /** The active person with that id; of a change at another instance it may know seconds later. */
  public Optional<Person> active(String id) {
    return lately(id).filter(Person::active);
  }

  /** Whether somebody was of the company and is no more; as lately known as {@link #active}. */
  public boolean hasLeft(String id) {
    return lately(id).filter(person -> !person.active()).isPresent();
  }

  /**
   * The people whom somebody leads, never the leader; an admin stands in for reps without a
   * superior, or with one who has left or is named as the own one.
   */
  public List<Person> team(Person leader) {
    Stream<Person> own =
        people.ledBy(leader.id()).stream().filter(person -> !person.id().equals(leader.id()));
    if (leader.role() != Person.Role.ADMIN) {
      return own.toList();
    }
    Stream<Person> alone =
        people.ofRole(Person.Role.REP).stream().filter(rep -> named(rep).isEmpty());
    return Stream.concat(own, alone).distinct().toList();
  }

  /** The superior whom somebody has, when it is somebody else who is still there. */
  private Optional<Person> named(Person person) {
    String superior = person.superior();
    return superior == null || superior.equals(person.id()) ? Optional.empty() : active(superior);
  }

  /** Whom somebody reports to: the superior, else an admin; empty when there is nobody else. */
  public Optional<Person> superiorOf(Person person) {
    return named(person)
        .or(
            () ->
                people.ofRole(Person.Role.ADMIN).stream()
                    .filter(admin -> !admin.id().equals(person.id()))
                    .findFirst());
  }

  /** The person with that id, present or past, as lately known as {@link #active}. */
  Optional<Person> lately(String id) {
    return people.findLately(id);
  }

  /** The person with that id, present or past. */
  Optional<Person> find(String id) {
    return people.find(id);
  }

  /** Everybody, by id. */
  public List<Person> all() {
    return people.all();
  }

  /** Writes a person; an account belongs to the person who was written with it last. */
  public void save(Person person) {
    people.save(person);
    told.forEach(one -> one.accept(person));
  }

  /** Tells of each person whom this instance writes; who is told may neither block nor fail. */
  void whenSaved(Consumer<Person> listener) {
    told.add(listener);
  }

  /** The name of a person, present or past; the id when there is no such person. */
  public String nameOf(String id) {
    return people.find(id).map(Person::name).orElse(id);
  }

  /**
   * Counts a message from somebody unknown.
   *
   * @return true when a polite line may be sent now; false when one was sent lately
   */
  public boolean greetStranger(String channel, String accountId) {
    people.countStranger(channel);
    Stranger stranger = stranger(channel, accountId, 0, true);
    return !stranger.greeted();
  }

  /** Whether somebody unknown may try a code once more. */
  boolean mayTry(String channel, String accountId) {
    return stranger(channel, accountId, 1, false).tries() < TRIES;
  }

  /** What was remembered of a stranger before this. */
  private Stranger stranger(String channel, String accountId, int tries, boolean greeted) {
    String key = new Person.Account(channel, accountId).key();
    Instant now = clock.instant();
    synchronized (strangers) {
      Stranger last = strangers.get(key);
      if (last == null || !now.isBefore(last.since().plus(SILENCE))) {
        last = new Stranger(now, 0, false);
      }
      strangers.put(
          key, new Stranger(last.since(), last.tries() + tries, last.greeted() || greeted));
      return last;
    }
  }
}
