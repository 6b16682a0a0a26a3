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
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps in the rep's ledger what recurs. */
final class Routines {

  /** Public holidays; the same for everybody. */
  static final WorkCalendar CALENDAR = PublicHolidays.load();

  private static final Set<Kind> RECURRING =
      EnumSet.of(Kind.BRIEF, Kind.CHECKIN, Kind.DIGEST, Kind.WEEKLY);

  private final Draft draft;

  Routines(Draft draft) {
    this.draft = draft;
  }

  /** After a turn of the rep: plans what is not planned yet, and anew when the times changed. */
  void keep() {
    Person speaker = draft.in().snapshot().speaker();
    watchTrip();
    if (Preferences.of(draft.own()).silent()) {
      planned(draft.own()).forEach(this::drop);
      return;
    }
    if (speaker != null && planned(draft.own()).isEmpty()) {
      wanted(speaker).forEach(this::plan);
    }
    boolean same =
        draft.content().reminders().usual().of(before()).equals(draft.rhythm())
            && before().all(Leave.class).equals(draft.own().all(Leave.class));
    draft.own().all(Routine.class).stream()
        .filter(one -> one.sort() != Kind.CONTACT && (!same || isOfOtherTimes(one)))
        .map(Routine::sort)
        .toList()
        .forEach(this::replan);
  }

  /** Whether it was planned by times that the company has changed since. */
  private boolean isOfOtherTimes(Routine routine) {
    return RECURRING.contains(routine.sort())
        && routine.planned().isAfter(draft.in().now())
        && !routine.planned().equals(planner().planned(routine.sort(), routine.date()));
  }

  /** What is planned for the person; a look at a trip is for the superior, and not among it. */
  static List<Kind> planned(Ledger own) {
    return own.all(Routine.class).stream()
        .map(Routine::sort)
        .filter(kind -> kind != Kind.CONTACT)
        .toList();
  }

  /**
   * While a trip is under way it is looked each morning whether there was contact the day before.
   */
  private void watchTrip() {
    LocalDate today = draft.rhythm().date(draft.in().now());
    boolean watched = draft.own().find(Routine.class, Kind.CONTACT.id()).isPresent();
    boolean away = draft.own().all(Trip.class).stream().anyMatch(trip -> trip.isUnderWay(today));
    if (away && !watched) {
      watch(today);
    }
  }

  /** Looks on the morning after that day. */
  void watch(LocalDate day) {
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

  /** Plans the next of a kind that recurs; takes away one that does not. */
  void replan(Kind kind) {
    if (kind == Kind.AGAIN || kind == Kind.NUDGE) {
      drop(kind);
    } else {
      plan(kind);
    }
  }

  private void plan(Kind kind) {
    Rhythm rhythm = draft.rhythm();
    LocalDate today = rhythm.date(draft.in().now());
    LocalDate from =
        draft
            .own()
            .find(Routine.class, kind.id())
            .filter(last -> !last.at().isAfter(draft.in().now()))
            .map(last -> last.date().plusDays(1))
            .filter(next -> next.isAfter(today))
            .orElse(today);
    Planner planner = new Planner(draft.in().session().rep(), rhythm, day -> attends(kind, day));
    Optional<Routine> next = planner.next(kind, draft.in().now(), from);
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
