package dev.zhaoshang.content;

import dev.zhaoshang.domain.WorkCalendar;
import dev.zhaoshang.domain.WorkCalendar.Special;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The packaged public holidays of China, see {@code calendar/NOTICE}. */
public final class PublicHolidays {

  private static final String FILE = "/calendar/china.tsv";

  private PublicHolidays() {}

  /**
   * Reads them.
   *
   * @throws IllegalStateException when the file is missing or broken
   */
  public static WorkCalendar load() {
    try (InputStream in = PublicHolidays.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + FILE);
      }
      List<Special> days =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(PublicHolidays::day)
              .toList();
      return new WorkCalendar(days);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Special day(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 4) {
      throw new IllegalStateException(FILE + ": not four columns: " + line);
    }
    return new Special(
        LocalDate.parse(columns[0]), columns[1].equals("on"), columns[2], columns[3]);
  }
}
