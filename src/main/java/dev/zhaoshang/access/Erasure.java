package dev.zhaoshang.access;

import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Ledgers;
import dev.zhaoshang.store.Traces;
import dev.zhaoshang.store.Turns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes what is known of a distributor: facts and their history, notes, files and promises, what
 * was said in the turns that told it, and the name, numbers and addresses wherever else they were
 * said. Doing it again changes nothing.
 */
public final class Erasure {

  /** How the audit calls it; an entry with this word is what sets it off. */
  public static final String WORD = "erase";

  /** Fields by whose digits somebody can be told. */
  private static final Set<String> NUMBERS = Set.of("mobile", "officePhone", "fax");

  /** Fields by whose words somebody can be told. */
  private static final Set<String> WORDS = Set.of("name", "company", "address");

  private static final int SHORTEST_NUMBER = 7;
  private static final int SHORTEST_WORD = 2;

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

  /** Does what the audit says of erasures; other changes are none of its business. */
  public void of(LedgerChange change) {
    for (LedgerEntry entry : change.put()) {
      if (entry instanceof AuditEntry audit && audit.what().equals(WORD)) {
        erase(audit.subject(), change);
      }
    }
  }

  private void erase(String id, LedgerChange cause) {
    Map<String, Distributor> all = new LinkedHashMap<>();
    collect(id, all);
    for (Distributor distributor : all.values()) {
      distributor.history().stream()
          .map(Distributor.HistoryEntry::turn)
          .distinct()
          .forEach(turns::redact);
      remove(Ledger.ofDistributor(distributor.id()), entry -> true, cause);
      remove(
          Ledger.ofRep(distributor.owner()),
          entry -> entry instanceof FollowUp plan && distributor.id().equals(plan.distributor()),
          cause);
      List<Pattern> numbers = numbers(distributor);
      List<Pattern> words = words(distributor);
      if (!numbers.isEmpty() || !words.isEmpty()) {
        traces.erase(Set.of(distributor.id()), speakers(distributor.owner()), numbers, words);
      }
    }
    // Last: as long as it is there, a crash before this is made good by doing it all again.
    all.keySet().forEach(distributors::erase);
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

  private void remove(String id, Predicate<LedgerEntry> which, LedgerChange cause) {
    Ledger ledger = ledgers.find(id);
    List<String> entries = ledger.entries().stream().filter(which).map(LedgerEntry::id).toList();
    if (!entries.isEmpty()) {
      ledgers.apply(
          new LedgerChange(ledger.id(), cause.rep(), cause.turn() + "#erased", List.of(), entries));
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

  /** However their digits are grouped. */
  private static List<Pattern> numbers(Distributor distributor) {
    List<Pattern> numbers = new ArrayList<>();
    for (String said : said(distributor, NUMBERS)) {
      String digits = said.replaceAll("\\D", "");
      if (digits.length() >= SHORTEST_NUMBER) {
        numbers.add(
            Pattern.compile(
                digits
                    .chars()
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining("\\W?", "(?<!\\d)", "(?!\\d)"))));
      }
    }
    return numbers;
  }

  private static List<Pattern> words(Distributor distributor) {
    return said(distributor, WORDS).stream()
        .filter(word -> word.length() >= SHORTEST_WORD)
        .map(word -> Pattern.compile(Pattern.quote(word)))
        .toList();
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
