package dev.zhaoshang.access;

import dev.zhaoshang.domain.Contact;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.ErasureOrder;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Ledgers;
import dev.zhaoshang.store.Traces;
import dev.zhaoshang.store.Turns;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes what is known of a distributor: facts and their history, its ledger with notes, files and
 * contacts, the owner's promises, remarks, and the turns that told it. Then numbers go from
 * whatever anybody typed or was answered, and names, companies, addresses and the contacts' names
 * and WeChat ids from what the owner and those who may see the owner's customers did. Doing it
 * again changes nothing.
 *
 * <p>It does not reach the records of other distributors, the words of other people, also where
 * they stand in a ledger of the company, a surname with a form of address, a name that is said
 * otherwise than it was recorded, an address that is only a place, and copies outside of the store.
 */
public final class Erasure {

  /** How the audit calls it; an entry with this word is what sets it off. */
  public static final String WORD = "erase";

  /** Fields by whose digits somebody can be told. */
  private static final Set<String> NUMBERS = Set.of("mobile", "officePhone", "fax");

  /** Fields by whose words somebody can be told. */
  private static final Set<String> WORDS = Set.of("name", "company");

  /** In whose name ledgers are changed by it; no rep is called so. */
  static final String ERASURES = "-erasure";

  /** So many documents are looked through at once. */
  private static final int DOCUMENTS = 500;

  private static final int SHORTEST_NUMBER = 7;

  /** A shorter address is a place where many others are too. */
  private static final int SHORTEST_ADDRESS = 6;

  private final Distributors distributors;
  private final Ledgers ledgers;
  private final Turns turns;
  private final Traces traces;
  private final Directory directory;

  /** Writes to the store. */
  public Erasure(
      Distributors distributors, Ledgers ledgers, Turns turns, Traces traces, Directory directory) {
    this.distributors = distributors;
    this.ledgers = ledgers;
    this.turns = turns;
    this.traces = traces;
    this.directory = directory;
  }

  /** Makes out what to look for; it must be written down before {@link #begin}. */
  ErasureOrder prepare(ErasureOrder order) {
    Map<String, Distributor> all = new LinkedHashMap<>();
    collect(order.id(), all);
    Set<String> people = new TreeSet<>();
    Set<String> numbers = new TreeSet<>();
    Set<String> words = new TreeSet<>();
    for (Distributor distributor : all.values()) {
      people.addAll(speakers(distributor.owner()));
      said(distributor, NUMBERS).stream()
          .map(said -> said.replaceAll("\\D", ""))
          .filter(digits -> digits.length() >= SHORTEST_NUMBER)
          .forEach(numbers::add);
      words.addAll(said(distributor, WORDS));
      said(distributor, Set.of("address")).stream()
          .filter(address -> address.length() >= SHORTEST_ADDRESS)
          .forEach(words::add);
      contacts(distributor.id(), numbers, words);
    }
    Set<String> ids = new LinkedHashSet<>(all.keySet());
    ids.add(order.id());
    return order.seeking(
        List.copyOf(ids), List.copyOf(people), List.copyOf(numbers), List.copyOf(words));
  }

  /** Removes the distributors, and what is theirs alone. */
  void begin(ErasureOrder order) {
    for (String id : order.distributors()) {
      Optional<Distributor> found = distributors.find(id);
      found.stream()
          .flatMap(distributor -> distributor.history().stream())
          .map(Distributor.HistoryEntry::turn)
          .distinct()
          .forEach(turns::redact);
      remove(order, Ledger.ofDistributor(id), entry -> true);
      found.ifPresent(
          distributor ->
              remove(
                  order,
                  Ledger.ofRep(distributor.owner()),
                  entry -> entry instanceof FollowUp plan && id.equals(plan.distributor())));
      for (String person : order.people()) {
        remove(order, Remark.ledger(person), entry -> isAbout(entry, id, order.words()));
      }
    }
    // Last: as long as they are there, a crash before this is made good by doing it all again.
    order.distributors().forEach(distributors::erase);
  }

  /**
   * Looks through some documents.
   *
   * @return the order with how far it has come; empty when everything was looked through
   */
  Optional<ErasureOrder> step(ErasureOrder order) {
    Traces.Erased erased =
        new Traces.Erased(
            Set.copyOf(order.distributors()),
            Set.copyOf(order.people()),
            order.numbers().stream().map(ErasedName::ofNumber).toList(),
            // The longest first: of one within another, nothing is to be left.
            order.words().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .flatMap(word -> ErasedName.of(word).stream())
                .toList());
    String collection = order.collection();
    Traces.Place from = collection == null ? null : new Traces.Place(collection, order.after());
    return traces
        .erase(erased, from, DOCUMENTS)
        .map(place -> order.upTo(place.collection(), place.after()));
  }

  /** Removes what turns that were under way wrote meanwhile. */
  void end(ErasureOrder order) {
    order.distributors().forEach(distributors::erase);
  }

  private static boolean isAbout(LedgerEntry entry, String id, List<String> names) {
    if (entry instanceof Remark remark) {
      return isAbout(remark.distributor(), remark.customer(), id, names);
    }
    if (entry instanceof PriceSeen price) {
      return isAbout(price.distributor(), price.customer(), id, names);
    }
    return entry instanceof Receivable debt
        && isAbout(debt.distributor(), debt.customer(), id, names);
  }

  /** Who was not on record then is told by name. */
  private static boolean isAbout(
      @Nullable String about, String customer, String id, List<String> names) {
    return about == null
        ? names.contains(customer) && ErasedName.of(customer).isPresent()
        : about.equals(id);
  }

  /** By whom else the distributor can be reached, and how. */
  private void contacts(String id, Set<String> numbers, Set<String> words) {
    for (Contact contact : ledgers.find(Ledger.ofDistributor(id)).all(Contact.class)) {
      words.addAll(ErasedName.namesIn(contact.who()));
      for (String way : List.of(contact.mobile(), contact.wechat())) {
        boolean number = way.chars().allMatch(Character::isDigit);
        if (!number) {
          words.add(way);
        } else if (way.length() >= SHORTEST_NUMBER) {
          numbers.add(way);
        }
      }
    }
  }

  /** A distributor, and those that it took in. */
  private void collect(String id, Map<String, Distributor> all) {
    distributors
        .find(id)
        .filter(found -> !all.containsKey(id))
        .ifPresent(
            found -> {
              all.put(id, found);
              found.history().stream()
                  .flatMap(entry -> Stream.ofNullable(entry.from()))
                  .forEach(from -> collect(from, all));
            });
  }

  private void remove(ErasureOrder order, String id, Predicate<LedgerEntry> which) {
    Ledger ledger = ledgers.find(id);
    List<String> entries = ledger.entries().stream().filter(which).map(LedgerEntry::id).toList();
    if (!entries.isEmpty()) {
      String key = "erasure:" + order.id() + "@" + ledger.version();
      ledgers.apply(new LedgerChange(ledger.id(), ERASURES, key, List.of(), entries));
    }
  }

  /** The rep, and whoever is shown what is the rep's. */
  private Set<String> speakers(String owner) {
    Set<String> speakers = new HashSet<>(Set.of(owner));
    Access access = new Access(directory);
    directory.all().stream()
        .map(Person::id)
        .filter(person -> access.maySee(person, owner))
        .forEach(speakers::add);
    return speakers;
  }

  /** Whatever fields ever held. */
  private static Set<String> said(Distributor distributor, Set<String> fields) {
    return Stream.concat(
            Stream.of(distributor.fields()),
            distributor.history().stream().map(Distributor.HistoryEntry::fields))
        .flatMap(facts -> facts.entrySet().stream())
        .filter(fact -> fields.contains(fact.getKey()))
        .map(Map.Entry::getValue)
        .map(Fact::value)
        .flatMap(Stream::ofNullable)
        .map(value -> value.raw().toString().strip())
        .collect(Collectors.toSet());
  }
}
