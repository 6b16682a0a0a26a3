package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time that a text tells: a day or some days, and perhaps the time of day.
 *
 * @param span where it stands in the normal form
 * @param from first day
 * @param to last day, not before the first; the same for a single day
 * @param time of day on the first day; null when none is told
 * @param end time of day on the last day; null when none is told
 * @param part of the day; null when none is told
 * @param by whether it is the latest time: "by Friday", "within three days"
 * @param named whether a day is named, so that it is not only meant to be today or tomorrow
 * @param exact the instant, where it is so long from now; else null
 */
public record When(
    Span span,
    LocalDate from,
    LocalDate to,
    @Nullable LocalTime time,
    @Nullable LocalTime end,
    @Nullable DayPart part,
    boolean by,
    boolean named,
    @Nullable Instant exact) {

  /** Whether it is a single day. */
  public boolean isOneDay() {
    return from.equals(to);
  }

  /** The same day, at that time of it. */
  When at(LocalTime hour) {
    return new When(span, from, to, hour, null, part, by, named, null);
  }

  /**
   * The time that this means as the hour of a day told before without one; empty when it is none.
   *
   * @param day that was told before
   */
  Optional<LocalTime> hourOf(When day) {
    LocalTime told = time;
    boolean hour = !named && exact == null && end == null;
    boolean open = day.time == null && day.exact == null && day.isOneDay();
    if (told == null || !hour || !open) {
      return Optional.empty();
    }
    DayPart of = day.part;
    if (of == null) {
      return Optional.of(told);
    }
    return part != null && part != of
        ? Optional.empty()
        : Stream.of(told, told.plusHours(12))
            .filter(one -> !one.isBefore(of.earliest()) && !one.isAfter(of.end()))
            .findFirst();
  }

  /**
   * The instant at which it is due: on the first day or, for the latest time, on the last one.
   *
   * @param zone in which it is meant
   * @param otherwise time of day when none is told
   */
  public Instant due(ZoneId zone, LocalTime otherwise) {
    if (exact != null) {
      return exact;
    }
    LocalTime told = by && end != null ? end : time;
    LocalTime ofPart = part == null ? otherwise : by ? part.end() : part.start();
    return (by ? to : from).atTime(told == null ? ofPart : told).atZone(zone).toInstant();
  }
}
