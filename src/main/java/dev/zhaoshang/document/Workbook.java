package dev.zhaoshang.document;

import dev.zhaoshang.domain.Table;
import dev.zhaoshang.domain.Table.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads tables from, and writes them to, Excel files ({@code .xlsx}). */
public final class Workbook {

  /** More rows than this are no list of customers. */
  public static final int LONGEST = 5_000;

  private static final int WIDEST = 40;

  private Workbook() {}

  /**
   * Reads the first sheet of a file; rows without any text are left out.
   *
   * @throws IOException when it is no Excel file, or has more than {@link #LONGEST} rows
   */
  public static Table read(InputStream in) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(in);
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      List<Line> lines =
          rows.limit(LONGEST + 2L)
              .map(row -> new Line(row.getRowNum(), texts(row)))
              .filter(line -> line.cells().stream().anyMatch(text -> !text.isEmpty()))
              .toList();
      if (lines.isEmpty() || lines.size() > LONGEST + 1) {
        throw new IOException("A list has between 1 and " + LONGEST + " rows");
      }
      return new Table(lines.get(0).cells(), lines.subList(1, lines.size()));
    } catch (RuntimeException e) {
      // The library throws unchecked exceptions of its own at a file that is none.
      throw new IOException("This is no Excel file (.xlsx)", e);
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < row.getCellCount(); column++) {
      texts.add(row.getOptionalCell(column).map(Workbook::text).orElse(""));
    }
    return texts;
  }

  /** A number without the decimals that Excel puts behind a telephone number. */
  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      return cell.asNumber().stripTrailingZeros().toPlainString();
    }
    String text = cell.getText();
    return text == null ? "" : text.strip();
  }

  /** Writes a table as the only sheet of a file. */
  public static void write(Table table, OutputStream out, String title) throws IOException {
    try (var workbook = new org.dhatim.fastexcel.Workbook(out, "zhaoshang-bot", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(title);
      List<String> header = table.header();
      put(sheet, 0, header);
      for (int i = 0; i < table.lines().size(); i++) {
        put(sheet, i + 1, table.lines().get(i).cells());
      }
      for (int column = 0; column < header.size(); column++) {
        sheet.style(0, column).bold().set();
        sheet.width(column, Math.min(WIDEST, 8 + header.get(column).length() * 2));
      }
      sheet.freezePane(0, 1);
    }
  }

  private static void put(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      sheet.value(row, column, cells.get(column));
    }
  }
}
