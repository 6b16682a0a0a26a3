package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Access.Deed;
import dev.zhaoshang.content.PublicHolidays;
import dev.zhaoshang.domain.Leave;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Planner;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Presence;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Routine.Kind;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps in the rep's ledger what recurs. */
final class Routines {

  /** Public holidays; the same for everybody. */
  static final WorkCalendar CALENDAR = PublicHolidays.load();

  private static final Set<Kind> RECURRING =
      EnumSet.of(Kind.BRIEF, Kind.CHECKIN, Kind.DIGEST, Kind.WEEKLY, Kind.LOOK);

  /** What is for the superior. */
  private static final Set<Kind> WATCHES = EnumSet.of(Kind.CONTACT, Kind.LOOK);

  private final Draft draft;

  Routines(Draft draft) {
    this.draft = draft;
  }

  /** After a turn of the rep: plans what is not planned yet, and anew when the times changed. */
  void keep() {
    watchTrip();
    if (Preferences.of(draft.own()).silent()) {
      silence();
      return;
    }
    drop(Kind.LOOK);
    Person speaker = draft.in().snapshot().speaker();
    if (speaker != null && planned(draft.own()).isEmpty()) {
      wanted(speaker).forEach(kind -> plan(kind, null));
    }
    boolean same =
        draft.content().reminders().usual().of(before()).equals(draft.rhythm())
            && before().all(Leave.class).equals(draft.own().all(Leave.class));
    draft.own().all(Routine.class).stream()
        .filter(one -> !WATCHES.contains(one.sort()) && (!same || isOfOtherTimes(one)))
        .toList()
        .forEach(this::anew);
  }

  /** Nothing is said unasked; that somebody is gone is noticed all the same. */
  private void silence() {
    planned(draft.own()).forEach(this::drop);
    if (draft.own().find(Routine.class, Kind.LOOK.id()).isEmpty()) {
      plan(Kind.LOOK, null);
    }
  }

  /** What does not recur stays, as it was asked for at that moment, unless the day is free now. */
  private void anew(Routine routine) {
    if (RECURRING.contains(routine.sort())) {
      plan(routine.sort(), routine.told());
    } else if (!reports(routine.date())) {
      drop(routine.sort());
    }
  }

  /** Whether it was planned by times that the company has changed since. */
  private boolean isOfOtherTimes(Routine routine) {
    return RECURRING.contains(routine.sort())
        && routine.planned().isAfter(draft.in().now())
        && (isAhead(routine)
            || !routine.planned().equals(planner().planned(routine.sort(), routine.date())));
  }

  /** Whether it was planned while the clock stood days ahead of now. */
  private boolean isAhead(Routine routine) {
    LocalDate told = routine.told();
    return told != null && told.isAfter(tomorrow()) && routine.date().isAfter(told);
  }

  private LocalDate tomorrow() {
    return draft.rhythm().date(draft.in().now()).plusDays(1);
  }

  /** What is planned for the person; what is looked at for the superior is not among it. */
  static List<Kind> planned(Ledger own) {
    return own.all(Routine.class).stream()
        .map(Routine::sort)
        .filter(kind -> !WATCHES.contains(kind))
        .toList();
  }

  /**
   * From the first day of a trip on it is looked each morning whether there was contact the day
   * before. It is planned while the trip is a plan still: the rep need not say anything on the way.
   */
  void watchTrip() {
    LocalDate today = draft.rhythm().date(draft.in().now());
    Optional<LocalDate> watched =
        draft.own().find(Routine.class, Kind.CONTACT.id()).map(Routine::date);
    draft.own().all(Trip.class).stream()
        .filter(trip -> trip.isOpen() && !trip.to().isBefore(today))
        .map(trip -> trip.from().isBefore(today) ? today : trip.from())
        .min(Comparator.naturalOrder())
        .filter(first -> watched.isEmpty() || watched.get().isAfter(first))
        .ifPresent(this::watch);
  }

  /** Looks on the morning after that day. */
  private void watch(LocalDate day) {
    Rhythm rhythm = draft.rhythm();
    put(Routine.of(Kind.CONTACT, day, planner().at(day.plusDays(1), rhythm.brief())));
  }

  private Ledger before() {
    String id = draft.own().id();
    return draft.in().snapshot().ledgers().getOrDefault(id, Ledger.empty(id));
  }

  private static List<Kind> wanted(Person speaker) {
    return Access.may(speaker, Deed.LEAD)
        ? List.of(Kind.DIGEST, Kind.WEEKLY)
        : List.of(Kind.BRIEF, Kind.CHECKIN);
  }

  /** After one of a kind: plans the next, or takes it away when it does not recur. */
  void replan(Kind kind) {
    if (RECURRING.contains(kind)) {
      Optional<Routine> last = draft.own().find(Routine.class, kind.id());
      plan(kind, last.map(Routine::toldThen).orElse(null));
    } else {
      drop(kind);
    }
  }

  /**
   * Plans the next of a kind.
   *
   * @param told the last date that was told of, which does not come again in another time zone;
   *     null for none. One further ahead than zones are apart is of a clock that was wrong.
   */
  private void plan(Kind kind, @Nullable LocalDate told) {
    Rhythm rhythm = draft.rhythm();
    Instant now = draft.in().now();
    LocalDate today = rhythm.date(now);
    boolean counts = told != null && !told.isBefore(today) && !told.isAfter(tomorrow());
    LocalDate from = told != null && counts ? told.plusDays(1) : today;
    Planner planner = new Planner(draft.in().session().rep(), rhythm, day -> attends(kind, day));
    Optional<Routine> next = planner.next(kind, now, from).map(one -> one.after(told));
    next.ifPresentOrElse(one -> draft.put(draft.own().id(), one), () -> drop(kind));
  }

  /** Plans one of a kind that does not recur. */
  void put(Routine routine) {
    draft.put(draft.own().id(), routine);
  }

  /** Takes away what is planned of a kind. */
  void drop(Kind kind) {
    if (draft.own().find(Routine.class, kind.id()).isPresent()) {
      draft.change(draft.own().id(), List.of(), List.of(kind.id()));
    }
  }

  Planner planner() {
    return new Planner(draft.in().session().rep(), draft.rhythm(), this::works);
  }

  /** Whether the rep works that day, or a part of it. */
  boolean works(LocalDate day) {
    return Presence.on(day, draft.own(), draft.rhythm().week(), CALENDAR) != Presence.AWAY;
  }

  /** Whether the rep is asked for a report of that day: not when the afternoon is free. */
  boolean reports(LocalDate day) {
    return attends(Kind.CHECKIN, day);
  }

  /** The first day from that one on that the rep works; that one itself when none comes soon. */
  LocalDate workedFrom(LocalDate day) {
    return day.datesUntil(day.plusDays(Planner.LOOK_AHEAD_DAYS))
        .filter(this::works)
        .findFirst()
        .orElse(day);
  }

  /** Whether the rep is there when it comes: no brief on a free morning. */
  private boolean attends(Kind kind, LocalDate day) {
    Presence presence = Presence.on(day, draft.own(), draft.rhythm().week(), CALENDAR);
    return switch (kind) {
      case BRIEF -> presence.isMorning();
      case CHECKIN -> presence.isAfternoon();
      default -> presence != Presence.AWAY;
    };
  }
}
