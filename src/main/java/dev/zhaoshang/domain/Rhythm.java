package dev.zhaoshang.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When somebody works and wants to hear from us, in local time.
 *
 * @param zone where the person is
 * @param week the days of a week that are worked
 * @param brief time of the morning brief
 * @param checkin time of the evening check-in
 * @param digest time of the digest for those who lead others
 * @param quietFrom from then on nothing is sent unasked
 * @param quietTo until then nothing is sent unasked
 */
public record Rhythm(
    ZoneId zone,
    Set<DayOfWeek> week,
    LocalTime brief,
    LocalTime checkin,
    LocalTime digest,
    LocalTime quietFrom,
    LocalTime quietTo) {

  /** As long as neither the company nor the person says anything else. */
  public static final Rhythm USUAL =
      new Rhythm(
          ZoneId.of("Asia/Shanghai"),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(8, 30),
          LocalTime.of(17, 30),
          LocalTime.of(20, 0),
          LocalTime.of(21, 0),
          LocalTime.of(7, 30));

  public Rhythm {
    week = Set.copyOf(week);
  }

  /** That of whose ledger it is: as this one, where nothing else is wished for. */
  public Rhythm of(Ledger person) {
    Preferences own = Preferences.of(person);
    return new Rhythm(
        own.zoneOr(zone),
        own.weekOr(week),
        told(own.brief(), brief),
        told(own.checkin(), checkin),
        told(own.digest(), digest),
        told(own.quietFrom(), quietFrom),
        told(own.quietTo(), quietTo));
  }

  private static LocalTime told(@Nullable LocalTime wish, LocalTime usual) {
    return wish == null ? usual : wish;
  }

  /** The local date at that moment. */
  public LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** Whether the person is to be left alone at that moment. */
  public boolean isQuiet(Instant at) {
    return isQuiet(at.atZone(zone).toLocalTime());
  }

  /** Whether the person is to be left alone at that time of day. */
  public boolean isQuiet(LocalTime time) {
    boolean after = !time.isBefore(quietFrom);
    boolean before = time.isBefore(quietTo);
    return quietFrom.isAfter(quietTo) ? after || before : after && before;
  }

  /** The moment at which the quiet hours that are on then end. */
  public Instant quietUntil(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    ZonedDateTime today = local.toLocalDate().atTime(quietTo).atZone(zone);
    return (today.isAfter(local)
            ? today
            : local.toLocalDate().plusDays(1).atTime(quietTo).atZone(zone))
        .toInstant();
  }
}
