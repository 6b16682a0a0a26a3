package dev.zhaoshang.conversation;

import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeReader;
import dev.zhaoshang.understanding.time.When;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which day a rep wants to report: today, or one of the last days that was missed. */
final class MissedDay {

  private static final int DAYS_BACK = 7;
  private static final TimeReader TIMES = TimeReader.load();

  private final Draft draft;

  MissedDay(Draft draft) {
    this.draft = draft;
  }

  /**
   * The day that some words name.
   *
   * @param words null for today
   * @return empty when it cannot be reported, which the rep is told
   */
  Optional<LocalDate> wanted(@Nullable String words) {
    if (words == null || words.isBlank()) {
      return Optional.of(today());
    }
    ZonedDateTime now = draft.in().now().atZone(draft.rhythm().zone());
    Optional<LocalDate> day =
        TIMES.read(words, now, Facing.BACK).first().map(When::from).filter(this::isOpen);
    if (day.isEmpty()) {
      draft.say("checkin.when", Map.of("words", words));
    }
    return day;
  }

  /** The day of a button; empty when it is past reporting. */
  Optional<LocalDate> of(String date) {
    try {
      return Optional.of(LocalDate.parse(date)).filter(this::isOpen);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private boolean isOpen(LocalDate day) {
    return !day.isAfter(today()) && !day.isBefore(today().minusDays(DAYS_BACK));
  }

  private LocalDate today() {
    return draft.rhythm().date(draft.in().now());
  }
}
