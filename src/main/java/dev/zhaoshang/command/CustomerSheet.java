package dev.zhaoshang.command;

import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.document.Workbook;
import dev.zhaoshang.document.Workbook.Line;
import dev.zhaoshang.domain.Assessment;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.mongo.MongoStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The records of some reps as a table: a row a distributor, a column a field. */
final class CustomerSheet {

  private final MongoStore store;
  private final List<Field> fields;

  CustomerSheet(MongoStore store, List<Field> fields) {
    this.store = store;
    this.fields = List.copyOf(fields);
  }

  Workbook of(List<Person> people) {
    List<String> header = new ArrayList<>(List.of("rep", "stage", "score"));
    fields.forEach(field -> header.add(field.label().zh()));
    List<Line> lines = new ArrayList<>();
    for (Person person : people) {
      store.distributors().ofOwner(person.id()).stream()
          .flatMap(card -> store.distributors().find(card.id()).stream())
          .filter(distributor -> !distributor.fields().isEmpty())
          .forEach(one -> lines.add(new Line(lines.size() + 2, row(person, one))));
    }
    return new Workbook(header, lines);
  }

  private List<String> row(Person person, Distributor distributor) {
    Optional<Assessment> assessment =
        Assessment.in(store.ledgers().find(Ledger.ofDistributor(distributor.id())));
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
                    .map(value -> text(field, value))
                    .orElse("")));
    return cells;
  }

  /** What a person would type for the value, so that the file can be read again. */
  private static String text(Field field, Value value) {
    if (value instanceof Value.Items items) {
      return String.join(", ", items.raw());
    }
    String raw = String.valueOf(value.raw());
    return field.choices().stream()
        .filter(choice -> choice.id().equals(raw))
        .map(choice -> choice.label().zh())
        .findFirst()
        .orElse(raw);
  }
}
