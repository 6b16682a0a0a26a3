package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.inc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.People;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * People: <code>{_id, name, role, accounts, keys}</code>, and of strangers a count a channel:
 * <code>
 * {_id: channel, count}</code>.
 */
final class MongoPeople implements People {

  private static final String KEYS = "keys";
  private static final String COUNT = "count";
  private static final String SUPERIOR = "superior";
  private static final String ACTIVE = "active";
  private static final String ROLE = "role";

  /** So long another instance's change of a person may go unnoticed by {@link #findLately}. */
  private static final Duration TRUST = Duration.ofSeconds(5);

  /** So many people are remembered. */
  private static final int REMEMBERED = 2_000;

  private final Documents<Person> people;

  /** Each call and each turn looks up who speaks. */
  private final Cache<String, Optional<Person>> lately;

  private final MongoCollection<BsonDocument> strangers;

  /**
   * @param alone whether all that is written is written here
   */
  MongoPeople(MongoDatabase database, boolean alone) {
    Caffeine<Object, Object> remembering = Caffeine.newBuilder().maximumSize(REMEMBERED);
    this.lately = alone ? remembering.build() : remembering.expireAfterWrite(TRUST).build();
    MongoCollection<BsonDocument> collection = database.getCollection("people", BsonDocument.class);
    this.people =
        new Documents<>(collection, new Mapping<>(Person.class, "id", MongoPeople::derived));
    this.strangers = database.getCollection("strangers", BsonDocument.class);
    // byAccount; an entry for each account of a person
    Indexes.unique(collection, KEYS, "_id");
    // ledBy
    Indexes.unique(collection, SUPERIOR, ACTIVE, "_id");
    // ofRole
    Indexes.unique(collection, ROLE, ACTIVE, "_id");
  }

  @Override
  public Optional<Person> find(String id) {
    return people.find(id);
  }

  @Override
  public Optional<Person> findLately(String id) {
    return Objects.requireNonNull(lately.get(id, people::find));
  }

  @Override
  public Optional<Person> byAccount(String accountKey) {
    return people.find(eq(KEYS, accountKey));
  }

  /** Takes the accounts from whoever has them first: at no time do two people have one. */
  @Override
  public void save(Person person) {
    for (Person.Account account : person.accounts()) {
      people.list(eq(KEYS, account.key()), ascending("_id"), 0).stream()
          .filter(other -> !other.id().equals(person.id()))
          .forEach(other -> put(without(other, account)));
    }
    put(person);
  }

  private void put(Person person) {
    people.put(person);
    lately.invalidate(person.id());
  }

  @Override
  public List<Person> all() {
    return people.list(new BsonDocument(), ascending("_id"), 0);
  }

  @Override
  public List<Person> ledBy(@Nullable String superior) {
    return people.list(new Document(SUPERIOR, superior).append(ACTIVE, true), ascending("_id"), 0);
  }

  @Override
  public List<Person> ofRole(Person.Role role) {
    String name = role.name().toLowerCase(Locale.ROOT);
    return people.list(new Document(ROLE, name).append(ACTIVE, true), ascending("_id"), 0);
  }

  @Override
  public long countStranger(String channel) {
    Bson ofChannel = eq("_id", channel);
    return Outage.guard(
        () -> {
          strangers.updateOne(ofChannel, inc(COUNT, 1L), new UpdateOptions().upsert(true));
          BsonDocument counted = strangers.find(ofChannel).first();
          return counted == null ? 0 : counted.getNumber(COUNT).longValue();
        });
  }

  private static Person without(Person person, Person.Account account) {
    List<Person.Account> rest =
        person.accounts().stream().filter(one -> !one.equals(account)).toList();
    return new Person(
        person.id(),
        person.name(),
        person.role(),
        person.team(),
        person.superior(),
        person.active(),
        rest);
  }

  private static BsonDocument derived(Person person) {
    BsonArray keys = new BsonArray();
    person.accounts().forEach(account -> keys.add(new BsonString(account.key())));
    return keys.isEmpty() ? new BsonDocument() : new BsonDocument(KEYS, keys);
  }
}
