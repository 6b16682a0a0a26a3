package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Days and times in words, as somebody would say them now. */
final class Dates {

  private final Draft draft;
  private final ZoneId zone;

  /** In the rep's language; zone is where the rep is. */
  Dates(Draft draft, ZoneId zone) {
    this.draft = draft;
    this.zone = zone;
  }

  /** A day with its weekday: today, tomorrow or the date; with the year when it is another. */
  String day(LocalDate day) {
    LocalDate today = draft.in().now().atZone(zone).toLocalDate();
    String pattern = day.getYear() == today.getYear() ? "date.pattern" : "date.pattern.year";
    String date = formatted(pattern, day.atStartOfDay(zone));
    if (day.equals(today) || day.equals(today.plusDays(1))) {
      String id = day.equals(today) ? "date.today" : "date.tomorrow";
      return draft.text(id, Map.of("date", date));
    }
    return date;
  }

  /** A moment with its day. */
  String moment(Instant at, ZoneId where) {
    ZonedDateTime local = at.atZone(where);
    return draft.text(
        "date.time",
        Map.of("day", day(local.toLocalDate()), "time", formatted("time.pattern", local)));
  }

  private String formatted(String pattern, ZonedDateTime at) {
    Locale locale = draft.language() == Language.ZH ? Locale.CHINA : Locale.ENGLISH;
    return DateTimeFormatter.ofPattern(draft.text(pattern, Map.of()), locale).format(at);
  }
}
