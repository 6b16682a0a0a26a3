package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Presence;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a day of one of a superior's people stands.
 *
 * @param person whose day it is
 * @param date the local date
 * @param ledger of that person
 */
record TeamDay(Person person, LocalDate date, Ledger ledger) {

  /** What was reported; empty when the report was not given to its end. */
  Optional<Day> report() {
    return ledger.find(Day.class, date.toString()).filter(day -> day.doneAt() != null);
  }

  /** Notes of the report; none when there were none. */
  List<String> notes(String field) {
    return report()
        .flatMap(day -> day.fact(field))
        .map(fact -> fact.value() instanceof Value.Items items ? items.raw() : List.<String>of())
        .orElse(List.of());
  }

  /** Whether the person says to have talked to the superior; empty when nothing was said. */
  Optional<Boolean> contact() {
    return report().flatMap(day -> day.text("superiorContact")).map("yes"::equals);
  }

  /** Whether the person is on a trip and does not say to have talked to the superior. */
  boolean isSilentOnTrip() {
    return ledger.all(Trip.class).stream().anyMatch(trip -> trip.isUnderWay(date, ledger))
        && !contact().orElse(false);
  }

  /** A count of the report; 0 when nothing was said. */
  int count(String field) {
    return report()
        .flatMap(day -> day.fact(field))
        .map(fact -> fact.value() instanceof Value.Count count ? count.raw() : 0)
        .orElse(0);
  }

  /** Promises of the person's own ledger that are past their time. */
  long overdue(Instant now) {
    return ledger.all(FollowUp.class).stream()
        .filter(one -> one.isOpen() && one.isPromised() && one.at().isBefore(now))
        .count();
  }

  /**
   * Whether the person is asked to report that day: not when the afternoon is free.
   *
   * @param usual rhythm of those who wish nothing else
   */
  boolean reports(Rhythm usual) {
    return Presence.on(date, ledger, usual.of(ledger).week(), Routines.CALENDAR).isAfternoon();
  }
}
