package dev.zhaoshang.understanding.customers;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Table;
import dev.zhaoshang.domain.Table.Line;
import dev.zhaoshang.understanding.Understanding;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the rows of a list of customers. A column belongs to the field of the intake whose label,
 * id or announcing word its header is; a cell is read as an answer to that field's question.
 * Immutable.
 */
public final class CustomerRows {

  private final Content content;
  private final Understanding understanding;
  private final Pattern stage = Lexicon.load().pattern("customers.stage");
  private final Pattern existing = Lexicon.load().pattern("customers.existing");

  /** Reads by the fields of the content. */
  public CustomerRows(Content content, Understanding understanding) {
    this.content = content;
    this.understanding = understanding;
  }

  /**
   * A customer.
   *
   * @param line number of the row in the file
   * @param title how the row is named in reports
   * @param found what its cells say, by field
   * @param unread headers of columns with a cell that could not be read, and the cell
   * @param existing whether it buys already: so it is without a column of stages, and where that
   *     says so
   */
  public record Customer(
      int line, String title, Map<String, Found> found, List<String> unread, boolean existing) {
    public Customer {
      found = Map.copyOf(found);
      unread = List.copyOf(unread);
    }

    /** What is told of a field, as text; empty for nothing. */
    public Optional<String> text(String field) {
      return Optional.ofNullable(found.get(field))
          .map(Found::value)
          .map(value -> String.valueOf(value.raw()));
    }
  }

  /**
   * What a table holds.
   *
   * @param customers of its rows, in their order
   * @param ignored headers that belong to no field
   */
  public record Listed(List<Customer> customers, List<String> ignored) {
    public Listed {
      customers = List.copyOf(customers);
      ignored = List.copyOf(ignored);
    }
  }

  /** Whether a table is a list of customers: it has columns for who they are. */
  public boolean isList(Table table) {
    List<String> ids =
        table.header().stream().flatMap(header -> field(header).stream()).map(Field::id).toList();
    return ids.contains("name") || ids.contains("company");
  }

  private List<String> ignored(Table table) {
    return table.header().stream()
        .filter(header -> !header.isBlank() && field(header).isEmpty() && !isStage(header))
        .toList();
  }

  /** What a table holds. */
  public Listed read(Table table) {
    Map<Integer, Field> columns = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < table.header().size(); i++) {
      Optional<Field> field = field(table.header().get(i));
      if (field.isPresent() && taken.add(field.get().id())) {
        columns.put(i, field.get());
      }
    }
    return new Listed(
        table.lines().stream().map(line -> customer(line, table.header(), columns)).toList(),
        ignored(table));
  }

  private Customer customer(Line line, List<String> header, Map<Integer, Field> columns) {
    Map<String, Found> found = new HashMap<>();
    List<String> unread = new ArrayList<>();
    List<String> title = new ArrayList<>();
    columns.forEach(
        (column, field) -> {
          String cell = line.cell(column);
          if (cell.isBlank()) {
            return;
          }
          if (field.id().equals("name") || field.id().equals("company")) {
            title.add(cell);
          }
          read(field, cell)
              .ifPresentOrElse(
                  one -> found.put(field.id(), one),
                  () -> unread.add(header.get(column) + " " + cell));
        });
    return new Customer(
        line.number(), String.join(" ", title), found, unread, isExisting(line, header));
  }

  private boolean isStage(String header) {
    return stage.matcher(header.strip()).matches();
  }

  private boolean isExisting(Line line, List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      if (isStage(header.get(i))) {
        return existing.matcher(line.cell(i).strip()).matches();
      }
    }
    return true;
  }

  private Optional<Found> read(Field field, String cell) {
    return understanding.read(cell, field.id()).fields().stream()
        .filter(one -> one.field().equals(field.id()) && one.value() != null)
        .findFirst();
  }

  private Optional<Field> field(String header) {
    String wanted = header.strip().toLowerCase(Locale.ROOT);
    List<Field> fields =
        content.intake().aspects().stream().flatMap(a -> a.fields().stream()).toList();
    return Stream.concat(
            fields.stream().filter(field -> labels(field).anyMatch(wanted::equals)),
            fields.stream()
                .filter(f -> f.cues().stream().anyMatch(cue -> wanted.equalsIgnoreCase(cue))))
        .findFirst();
  }

  private static Stream<String> labels(Field field) {
    return Stream.of(field.id(), field.label().zh(), field.label().en())
        .map(label -> label.toLowerCase(Locale.ROOT));
  }
}
