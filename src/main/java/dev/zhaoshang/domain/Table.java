package dev.zhaoshang.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of texts, such as a spreadsheet holds.
 *
 * @param header the first row
 * @param lines the others
 */
public record Table(List<String> header, List<Line> lines) {

  private static final String BETWEEN = "\t";

  public Table {
    header = List.copyOf(header);
    lines = List.copyOf(lines);
  }

  /**
   * A row.
   *
   * @param number its number in the file, from 1
   * @param cells its texts; an empty one for an empty cell
   */
  public record Line(int number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }

    /** The text in a column; empty where the row ends before it. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /** The same with so many of its lines at most. */
  public Table first(int most) {
    return new Table(header, lines.subList(0, Math.min(most, lines.size())));
  }

  /** All of it as a text, by {@link #of} to be read again: a row a line, with its number first. */
  public String text() {
    return Stream.concat(Stream.of(new Line(1, header)), lines.stream())
        .map(Table::text)
        .collect(Collectors.joining("\n"));
  }

  private static String text(Line line) {
    return Stream.concat(
            Stream.of(String.valueOf(line.number())),
            line.cells().stream().map(cell -> cell.replaceAll("\\s+", " ").strip()))
        .collect(Collectors.joining(BETWEEN));
  }

  /** The table that such a text holds; one without anything for an empty text. */
  public static Table of(String text) {
    if (text.isBlank()) {
      return new Table(List.of(), List.of());
    }
    List<Line> lines = new ArrayList<>();
    for (String row : text.split("\n", -1)) {
      List<String> cells = List.of(row.split(BETWEEN, -1));
      lines.add(new Line(Integer.parseInt(cells.get(0)), cells.subList(1, cells.size())));
    }
    return new Table(lines.get(0).cells(), lines.subList(1, lines.size()));
  }
}
