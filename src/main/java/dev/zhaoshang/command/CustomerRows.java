package dev.zhaoshang.command;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.document.Workbook;
import dev.zhaoshang.document.Workbook.Line;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.understanding.Understanding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the rows of a list of customers. A column belongs to the field of the intake whose label,
 * id or announcing word its header is; a cell is read as an answer to that field's question.
 */
final class CustomerRows {

  private final Content content;
  private final Understanding understanding;

  CustomerRows(Content content, Understanding understanding) {
    this.content = content;
    this.understanding = understanding;
  }

  /**
   * A customer.
   *
   * @param line number of the row in the file
   * @param title how the row is named in reports
   * @param found what its cells say, by field
   * @param unread labels of fields with a cell that could not be read, and the cell
   */
  record Customer(int line, String title, Map<String, Found> found, List<String> unread) {}

  /** Headers that belong to no field. */
  List<String> ignored(Workbook workbook) {
    return workbook.header().stream()
        .filter(header -> !header.isBlank() && field(header).isEmpty())
        .toList();
  }

  /** The customers of the rows, in their order. */
  List<Customer> read(Workbook workbook) {
    Map<Integer, Field> columns = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < workbook.header().size(); i++) {
      Optional<Field> field = field(workbook.header().get(i));
      if (field.isPresent() && taken.add(field.get().id())) {
        columns.put(i, field.get());
      }
    }
    return workbook.lines().stream().map(line -> customer(line, columns)).toList();
  }

  private Customer customer(Line line, Map<Integer, Field> columns) {
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
                  () -> unread.add(field.label().zh() + " " + cell));
        });
    return new Customer(line.number(), String.join(" ", title), found, unread);
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
