package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Ledgers;
import dev.zhaoshang.store.People;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is on record of one distributor or one person, as rows of a table, for whoever asks what
 * we hold: every kind of record is in it, also kinds that this class does not know.
 */
public final class Dossier {

  private final Distributors distributors;
  private final Ledgers ledgers;
  private final People people;
  private final Supplier<Content> content;

  /** Reads a store; labels are those of the content at each call. */
  public Dossier(
      Distributors distributors, Ledgers ledgers, People people, Supplier<Content> content) {
    this.distributors = distributors;
    this.ledgers = ledgers;
    this.people = people;
    this.content = content;
  }

  /** The first row: what the columns hold. */
  public List<String> header(Language language) {
    return List.of(content.get().say("export.columns", language).split("\\|", -1));
  }

  /** Of a distributor; empty when nothing is known any more. */
  public Optional<List<List<String>>> ofDistributor(String id, Language language) {
    return distributors
        .find(id)
        .filter(found -> !found.fields().isEmpty() || !found.history().isEmpty())
        .map(found -> rows(found, language));
  }

  /** Of a person; empty when there is none. */
  public Optional<List<List<String>>> ofPerson(String id, Language language) {
    return people.find(id).map(person -> rows(person, language));
  }

  private List<List<String>> rows(Distributor distributor, Language language) {
    List<List<String>> rows = new ArrayList<>();
    for (Distributor.HistoryEntry entry : distributor.history()) {
      entry
          .fields()
          .forEach(
              (field, fact) ->
                  rows.add(
                      List.of(
                          label(field, language),
                          value(fact),
                          fact.words(),
                          fact.state().name().toLowerCase(Locale.ROOT),
                          fact.at().toString())));
    }
    rows.addAll(rows(Ledger.ofDistributor(distributor.id()), ""));
    rows.addAll(rows(Ledger.ofRep(distributor.owner()), distributor.id()));
    return rows;
  }

  private List<List<String>> rows(Person person, Language language) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Person", components(person), "", "", ""));
    rows.addAll(rows(Ledger.ofRep(person.id()), ""));
    for (Distributors.Card card : distributors.ofOwner(person.id())) {
      rows.add(
          List.of(
              label("name", language),
              Stream.of(card.name(), card.company(), card.mobile())
                  .filter(text -> !text.isEmpty())
                  .collect(Collectors.joining(" ")),
              String.join(" ", card.regions()),
              card.stage(),
              ""));
    }
    return rows;
  }

  /** Entries of a ledger that mention something; with nothing to be mentioned, all. */
  private List<List<String>> rows(String ledger, String mentioned) {
    List<List<String>> rows = new ArrayList<>();
    for (LedgerEntry entry : ledgers.find(ledger).entries()) {
      String all = components((Record) entry);
      String due = entry.due() == null ? "" : entry.due().toString();
      if (all.contains(mentioned)) {
        rows.add(List.of(entry.getClass().getSimpleName(), all, "", "", due));
      }
    }
    return rows;
  }

  private String label(String id, Language language) {
    return content.get().forms().values().stream()
        .flatMap(form -> form.aspects().stream())
        .flatMap(aspect -> aspect.fields().stream())
        .filter(field -> field.id().equals(id))
        .map(Field::label)
        .findFirst()
        .map(label -> label.in(language))
        .orElse(id);
  }

  private static String value(Fact fact) {
    return fact.value() == null ? "" : fact.value().raw().toString();
  }

  private static String components(Record entry) {
    return Arrays.stream(entry.getClass().getRecordComponents())
        .map(component -> component.getName() + ": " + read(component, entry))
        .collect(Collectors.joining("; "));
  }

  private static Object read(RecordComponent component, Record entry) {
    try {
      return String.valueOf(component.getAccessor().invoke(entry));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("components of a public record can be read", e);
    }
  }
}
