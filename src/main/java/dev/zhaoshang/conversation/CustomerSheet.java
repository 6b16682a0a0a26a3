package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.domain.Assessment;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Table;
import dev.zhaoshang.domain.Table.Line;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Ledgers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The records of some reps as a table: a row a distributor, a column a field. */
public final class CustomerSheet {

  private final Distributors distributors;
  private final Ledgers ledgers;
  private final Supplier<Content> content;

  /** Reads a store; labels are those of the content at each call. */
  public CustomerSheet(Distributors distributors, Ledgers ledgers, Supplier<Content> content) {
    this.distributors = distributors;
    this.ledgers = ledgers;
    this.content = content;
  }

  /** What is on record of the distributors of the reps below somebody; of nobody without one. */
  public Table ofTeam(Optional<Person> leader, List<Person> everybody, Language language) {
    return of(Access.repsBelow(leader.orElse(null), everybody), language);
  }

  /** What is on record of the distributors of these people. */
  public Table of(List<Person> people, Language language) {
    List<Field> fields =
        content.get().intake().aspects().stream().flatMap(a -> a.fields().stream()).toList();
    List<String> header = new ArrayList<>(List.of("rep", "stage", "score"));
    fields.forEach(field -> header.add(field.label().in(language)));
    List<Line> lines = new ArrayList<>();
    for (Person person : people) {
      distributors.ofOwner(person.id()).stream()
          .flatMap(card -> distributors.find(card.id()).stream())
          .filter(distributor -> !distributor.fields().isEmpty())
          .forEach(
              one -> lines.add(new Line(lines.size() + 2, row(person, one, fields, language))));
    }
    return new Table(header, lines);
  }

  private List<String> row(
      Person person, Distributor distributor, List<Field> fields, Language language) {
    Optional<Assessment> assessment =
        Assessment.in(ledgers.find(Ledger.ofDistributor(distributor.id())));
    List<String> cells = new ArrayList<>();
    cells.add(person.name());
    cells.add(Stage.of(distributor).id());
    cells.add(assessment.map(Assessment::score).map(Objects::toString).orElse(""));
    fields.forEach(
        field ->
            cells.add(
                distributor
                    .fact(field.id())
                    .map(Fact::value)
                    .map(value -> text(field, value, language))
                    .orElse("")));
    return cells;
  }

  /** What a person would type for the value, so that the file can be read again. */
  private static String text(Field field, Value value, Language language) {
    if (value instanceof Value.Items items) {
      return String.join(", ", items.raw());
    }
    String raw = String.valueOf(value.raw());
    return field.choices().stream()
        .filter(choice -> choice.id().equals(raw))
        .map(choice -> choice.label().in(language))
        .findFirst()
        .orElse(raw);
  }
}
