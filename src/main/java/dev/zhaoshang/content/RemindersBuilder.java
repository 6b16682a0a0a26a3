package dev.zhaoshang.content;

import static dev.zhaoshang.content.Shape.keys;
import static dev.zhaoshang.content.Shape.must;

import dev.zhaoshang.domain.Rhythm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The shape of reminders.yml, and the record that is made of it. */
final class RemindersBuilder {

  private static final Shape TIME = new Shape.Time();
  private static final Shape WHOLE = new Shape.Whole();

  static final Shape SHAPE =
      keys(
          must("zone", new Shape.Zone()),
          must("week", new Shape.ListOf(new Shape.Word(days()))),
          must("brief", TIME),
          must("checkin", TIME),
          must("digest", TIME),
          must("quiet", keys(must("from", TIME), must("to", TIME))),
          must("nudgeMinutes", WHOLE),
          must("busyMinutes", WHOLE),
          must("patienceMinutes", WHOLE));

  private RemindersBuilder() {}

  static Reminders build(Tree file) {
    Rhythm usual =
        new Rhythm(
            ZoneId.of(file.at("zone").text()),
            file.at("week").texts().stream()
                .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet()),
            time(file.at("brief")),
            time(file.at("checkin")),
            time(file.at("digest")),
            time(file.at("quiet").at("from")),
            time(file.at("quiet").at("to")));
    return new Reminders(
        usual,
        minutes(file.at("nudgeMinutes")),
        minutes(file.at("busyMinutes")),
        minutes(file.at("patienceMinutes")));
  }

  private static LocalTime time(Tree tree) {
    return LocalTime.parse(tree.text());
  }

  private static Duration minutes(Tree tree) {
    return Duration.ofMinutes(Long.parseLong(tree.text()));
  }

  private static List<String> days() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
