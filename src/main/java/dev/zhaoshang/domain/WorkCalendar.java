package dev.zhaoshang.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which days are worked: weekends, public holidays, and the weekend days that are worked in
 * exchange for them. Immutable.
 */
public final class WorkCalendar {

  /** By then a year's holidays are usually announced in the year before. */
  private static final Month ANNOUNCED = Month.NOVEMBER;

  private final Map<LocalDate, Special> specials;
  private final NavigableSet<Integer> years;

  /**
   * A day that is not like its weekday.
   *
   * @param date of the day
   * @param works whether it is worked, although it is of a weekend
   * @param zh name of the holiday in Chinese
   * @param en name of the holiday in English
   */
  public record Special(LocalDate date, boolean works, String zh, String en) {

    /** The name of the holiday. */
    public String name(Language language) {
      return language == Language.ZH ? zh : en;
    }
  }

  /** A calendar that knows the years of these days. */
  public WorkCalendar(Collection<Special> specials) {
    this.specials = specials.stream().collect(Collectors.toMap(Special::date, day -> day));
    this.years =
        specials.stream()
            .map(day -> day.date().getYear())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a day is worked by those whose week has these days. */
  public boolean isWorked(LocalDate day, Set<DayOfWeek> week) {
    Special special = specials.get(day);
    return special == null ? week.contains(day.getDayOfWeek()) : special.works();
  }

  /** The first day from that one on that is worked. */
  public LocalDate workedFrom(LocalDate day, Set<DayOfWeek> week) {
    LocalDate next = day;
    // No holiday lasts a month, but a week may have no days at all.
    for (int tries = 0; tries < 31 && !isWorked(next, week); tries++) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** What is special about a day; empty when it is like its weekday. */
  public Optional<Special> special(LocalDate day) {
    return Optional.ofNullable(specials.get(day));
  }

  /** The years whose holidays it knows; in others only weekends count. */
  public NavigableSet<Integer> years() {
    return new TreeSet<>(years);
  }

  /**
   * The year whose holidays are needed and not known: this one or, from November on, the next.
   *
   * @param today the date
   */
  public OptionalInt missing(LocalDate today) {
    int needed = today.getMonth().compareTo(ANNOUNCED) >= 0 ? today.getYear() + 1 : today.getYear();
    return years.contains(needed) ? OptionalInt.empty() : OptionalInt.of(needed);
  }
}
