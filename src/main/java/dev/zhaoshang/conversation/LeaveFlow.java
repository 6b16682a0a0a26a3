package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Leave;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Presence;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.WorkCalendar;
import dev.zhaoshang.domain.WorkCalendar.Special;
import dev.zhaoshang.understanding.rhythm.LeaveReader;
import dev.zhaoshang.understanding.rhythm.LeaveReader.Days;
import dev.zhaoshang.understanding.time.TimeReading;
import dev.zhaoshang.understanding.time.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Leave, and the public holidays beside it. */
final class LeaveFlow implements Flow {

  private static final LeaveReader READER = LeaveReader.load();
  private static final WorkCalendar CALENDAR = Routines.CALENDAR;

  /** Distributors and things to do that a turn begins have the ids below. */
  private static final int FIRST_ID = 200;

  private static final int LOOK_AHEAD = 366;

  private final Draft draft;
  private final Set<DayOfWeek> week;
  private final ZonedDateTime now;
  private final Dates dates;

  LeaveFlow(Draft draft) {
    Rhythm rhythm = draft.rhythm();
    this.draft = draft;
    this.week = rhythm.week();
    this.now = draft.in().now().atZone(rhythm.zone());
    this.dates = new Dates(draft, rhythm.zone());
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    switch (command) {
      case LEAVE ->
          take(Objects.requireNonNullElse(meaning.argument(), draft.in().entry().body().text()));
      case LEAVE_END -> end(draft.in().entry().body().text());
      case CALENDAR -> calendar();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void take(String words) {
    TimeReading reading = READER.times(words, now);
    Optional<Days> days = LeaveReader.days(reading, now, day -> CALENDAR.workedFrom(day, week));
    if (days.isEmpty() && reading.problem().isEmpty()) {
      show();
      return;
    }
    if (days.isEmpty()) {
      draft.say(reading.problem().get().reply(), Map.of());
      return;
    }
    Days told = days.get();
    Leave leave =
        new Leave(
            Ids.of(draft.turn(), FIRST_ID),
            told.from(),
            told.to(),
            told.fromNoon(),
            told.untilNoon());
    boolean works =
        told.from()
            .datesUntil(told.to().plusDays(1))
            .anyMatch(
                day ->
                    Presence.on(day, draft.own(), draft.rhythm().week(), CALENDAR)
                        != Presence.AWAY);
    if (!works) {
      draft.say("leave.idle", Map.of("when", when(leave)));
      return;
    }
    draft.put(draft.own().id(), leave);
    draft.say(
        "leave.kept",
        Map.of("when", when(leave)),
        new Button(draft.text("button.undo", Map.of()), Buttons.data(Buttons.COMMAND, "undo")));
  }

  /** Shows what leave is to come, and how it is taken. */
  private void show() {
    List<Leave> open = toCome();
    if (open.isEmpty()) {
      draft.say("leave.usage", Map.of());
    } else {
      String list =
          String.join(draft.text("list.comma", Map.of()), open.stream().map(this::when).toList());
      draft.say("leave.shown", Map.of("list", list, "usage", draft.text("leave.usage", Map.of())));
    }
  }

  private List<Leave> toCome() {
    return draft.own().all(Leave.class).stream()
        .filter(leave -> !leave.to().isBefore(now.toLocalDate()))
        .toList();
  }

  private String when(Leave leave) {
    String from = dates.day(leave.from());
    if (leave.from().equals(leave.to())) {
      return leave.fromNoon()
          ? draft.text("leave.afternoon", Map.of("day", from))
          : leave.untilNoon() ? draft.text("leave.morning", Map.of("day", from)) : from;
    }
    String to = dates.day(leave.to());
    return draft.text(
        "leave.range",
        Map.of(
            "from", leave.fromNoon() ? draft.text("leave.noon", Map.of("day", from)) : from,
            "to", leave.untilNoon() ? draft.text("leave.noon", Map.of("day", to)) : to));
  }

  /**
   * Ends what leave is on and takes away what is to come; where days are told, what is to come on
   * these alone.
   */
  private void end(String words) {
    LocalDate today = now.toLocalDate();
    Optional<When> told = READER.times(words, now).first();
    List<Leave> open =
        toCome().stream()
            .filter(
                leave ->
                    told.isEmpty()
                        || (!leave.from().isAfter(told.get().to())
                            && !leave.to().isBefore(told.get().from())))
            .toList();
    if (open.isEmpty()) {
      draft.say("leave.none", Map.of());
      return;
    }
    for (Leave leave : open) {
      if (leave.from().isBefore(today)) {
        LocalDate last = today.minusDays(1);
        draft.put(
            draft.own().id(), new Leave(leave.id(), leave.from(), last, leave.fromNoon(), false));
      } else {
        draft.change(draft.own().id(), List.of(), List.of(leave.id()));
      }
    }
    draft.say("leave.ended", Map.of());
  }

  private void calendar() {
    var years = CALENDAR.years();
    String missing =
        CALENDAR.missing(now.toLocalDate()).stream()
            .mapToObj(year -> draft.text("calendar.missing", Map.of("year", String.valueOf(year))))
            .findFirst()
            .orElse("");
    draft.say(
        "calendar",
        Map.of("years", years.first() + "–" + years.last(), "next", next(), "missing", missing));
  }

  /** The next public holiday with the days worked in exchange. */
  private String next() {
    LocalDate today = now.toLocalDate();
    Optional<Special> first =
        today
            .datesUntil(today.plusDays(LOOK_AHEAD))
            .flatMap(day -> CALENDAR.special(day).stream())
            .filter(day -> !day.works())
            .findFirst();
    return first.map(this::holiday).orElse("");
  }

  private String holiday(Special first) {
    LocalDate last = first.date();
    while (CALENDAR.special(last.plusDays(1)).filter(day -> !day.works()).isPresent()) {
      last = last.plusDays(1);
    }
    List<String> made =
        first
            .date()
            .minusDays(20)
            .datesUntil(last.plusDays(20))
            .flatMap(day -> CALENDAR.special(day).stream())
            .filter(day -> day.works() && day.zh().equals(first.zh()))
            .filter(day -> !day.date().isBefore(now.toLocalDate()))
            .map(day -> dates.day(day.date()))
            .toList();
    String exchange =
        made.isEmpty()
            ? ""
            : draft.text(
                "calendar.made",
                Map.of("days", String.join(draft.text("list.comma", Map.of()), made)));
    return draft.text(
        "calendar.next",
        Map.of(
            "name", first.name(draft.language()),
            "from", dates.day(first.date()),
            "to", dates.day(last),
            "made", exchange));
  }
}
