package dev.zhaoshang.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When somebody works and wants to hear from us, in local time.
 *
 * @param zone where the person is
 * @param brief time of the morning brief
 * @param checkin time of the evening check-in
 * @param digest time of the digest for those who lead others
 * @param quietFrom from then on nothing is sent unasked
 * @param quietTo until then nothing is sent unasked
 */
public record Rhythm(
    ZoneId zone,
    LocalTime brief,
    LocalTime checkin,
    LocalTime digest,
    LocalTime quietFrom,
    LocalTime quietTo) {

  /** As long as nothing else is wished for. */
  public static final Rhythm USUAL =
      new Rhythm(
          ZoneId.of("Asia/Shanghai"),
          LocalTime.of(8, 30),
          LocalTime.of(17, 30),
          LocalTime.of(20, 0),
          LocalTime.of(21, 0),
          LocalTime.of(7, 30));

  /** The rhythm of whose ledger it is. */
  public static Rhythm of(Ledger rep) {
    return USUAL;
  }

  /** The local date at that moment. */
  public LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }
}
