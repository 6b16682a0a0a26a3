package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A length of time: "3 days", "half an hour".
 *
 * @param span where it stands in the normal form
 * @param amount positive
 * @param unit minutes, half days, days, weeks or months
 */
public record Length(Span span, int amount, ChronoUnit unit) {

  /** Whether it is told in hours or minutes, so that the time of day matters. */
  public boolean isOfClock() {
    return unit == ChronoUnit.MINUTES;
  }

  /** The moment so much later, by the calendar for days and more. */
  ZonedDateTime after(ZonedDateTime moment) {
    return unit == ChronoUnit.HALF_DAYS
        ? moment.plusHours(12L * amount)
        : moment.plus(amount, unit);
  }

  /** The moment so much earlier. */
  ZonedDateTime before(ZonedDateTime moment) {
    return unit == ChronoUnit.HALF_DAYS
        ? moment.minusHours(12L * amount)
        : moment.minus(amount, unit);
  }
}
