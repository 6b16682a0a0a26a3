package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Access.Deed;
import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.PhoneNumbers;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Routine.Kind;
import dev.zhaoshang.domain.TeamGroup;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a superior is told of the own team: the day in the evening, the week at its end. */
final class TeamFlow implements Flow {

  private static final int TWO_WEEKS = 14;

  private final Draft draft;
  private final Routines routines;

  TeamFlow(Draft draft) {
    this.draft = draft;
    this.routines = new Routines(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.TEAM) {
      return false;
    }
    if (draft.in().snapshot().led().isEmpty()) {
      draft.say("team.nobody", Map.of());
    } else {
      draft.in().snapshot().led().forEach(rep -> draft.audit("see", rep.id()));
      day(draft.rhythm().date(draft.in().now()), "digest.now");
    }
    return true;
  }

  @Override
  public boolean due(LedgerEntry entry, boolean late) {
    boolean ours =
        entry instanceof Routine routine
            && (routine.sort() == Kind.DIGEST || routine.sort() == Kind.WEEKLY);
    if (!ours || !(entry instanceof Routine routine)) {
      return false;
    }
    routines.replan(routine.sort());
    if (draft.in().snapshot().led().isEmpty()) {
      warn(routine);
      return true;
    }
    if (routine.sort() == Kind.DIGEST) {
      Reply digest = day(routine.date(), late ? "digest.late" : "digest.day");
      draft
          .own()
          .all(TeamGroup.class)
          .forEach(group -> draft.post(group.id(), group.chat(), digest));
    } else {
      week(weekOf(routine), late ? "weekly.late" : "weekly.head");
    }
    return true;
  }

  /** Who looks after the program is told once a week that a year's holidays are missing. */
  private void warn(Routine routine) {
    boolean maintains = Access.may(draft.in().snapshot().speaker(), Deed.MAINTAIN);
    if (maintains && routine.sort() == Kind.WEEKLY) {
      Routines.CALENDAR
          .missing(routine.date())
          .ifPresent(year -> draft.say("calendar.update", Map.of("year", String.valueOf(year))));
    }
  }

  /** Others may look over a shoulder, or be in the group: numbers are not to be read off. */
  private Reply day(LocalDate date, String head) {
    List<TeamDay> team = team(date);
    List<String> lines = new ArrayList<>();
    long given = team.stream().filter(one -> one.report().isPresent()).count();
    lines.add(
        draft.text(
            head,
            Map.of(
                "day", date.toString(),
                "n", String.valueOf(given),
                "all", String.valueOf(team.size()))));
    Rhythm usual = draft.content().reminders().usual();
    names("digest.missing", team, one -> one.report().isEmpty() && one.reports(usual))
        .forEach(lines::add);
    names("digest.off", team, one -> one.report().isEmpty() && !one.reports(usual))
        .forEach(lines::add);
    names("digest.muted", team, one -> Preferences.of(one.ledger()).silent()).forEach(lines::add);
    notes("digest.problems", team, one -> one.notes("problems")).forEach(lines::add);
    notes("digest.objections", team, one -> one.notes("objectionsMet")).forEach(lines::add);
    notes("digest.promises", team, one -> one.notes("promisesMade")).forEach(lines::add);
    notes("digest.overdue", team, this::overdue).forEach(lines::add);
    names("digest.trip", team, TeamDay::isSilentOnTrip).forEach(lines::add);
    names("digest.silent", team, one -> !one.isSilentOnTrip() && !one.contact().orElse(true))
        .forEach(lines::add);
    Routines.CALENDAR
        .missing(date)
        .ifPresent(
            year -> lines.add(draft.text("digest.holidays", Map.of("year", String.valueOf(year)))));
    String text = PhoneNumbers.masked(String.join("\n", lines));
    Reply digest =
        new Reply("digest", draft.text("digest", Map.of("text", text)), null, null, List.of());
    draft.reply(digest);
    return digest;
  }

  private List<TeamDay> team(LocalDate date) {
    return draft.in().snapshot().led().stream().map(one -> day(one, date)).toList();
  }

  private TeamDay day(Person person, LocalDate date) {
    return new TeamDay(person, date, draft.ledger(Ledger.ofRep(person.id())));
  }

  private List<String> overdue(TeamDay one) {
    long n = one.overdue(draft.in().now());
    return n == 0 ? List.of() : List.of(String.valueOf(n));
  }

  private List<String> names(String id, List<TeamDay> team, Predicate<TeamDay> which) {
    List<String> names = team.stream().filter(which).map(one -> one.person().name()).toList();
    String joined = String.join(draft.text("list.comma", Map.of()), names);
    return names.isEmpty() ? List.of() : List.of(draft.text(id, Map.of("names", joined)));
  }

  private List<String> notes(String id, List<TeamDay> team, Function<TeamDay, List<String>> which) {
    List<String> lines = new ArrayList<>();
    for (TeamDay one : team) {
      String said = String.join(draft.text("list.semicolon", Map.of()), which.apply(one));
      if (!said.isEmpty()) {
        lines.add("· " + one.person().name() + draft.text("list.colon", Map.of()) + said);
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, draft.text(id, Map.of()));
    }
    return lines;
  }

  /**
   * The days since the last summary, or of the week when there was none lately: those that are
   * worked, and others that somebody reported.
   */
  private List<LocalDate> weekOf(Routine routine) {
    LocalDate last = routine.date();
    LocalDate told = routine.told();
    LocalDate monday = last.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    boolean lately = told != null && told.isBefore(last) && told.isAfter(last.minusDays(TWO_WEEKS));
    LocalDate first = told != null && lately ? told.plusDays(1) : monday;
    return first
        .datesUntil(last.plusDays(1))
        .filter(
            day ->
                Routines.CALENDAR.isWorked(day, draft.rhythm().week())
                    || team(day).stream().anyMatch(one -> one.report().isPresent()))
        .toList();
  }

  private void week(List<LocalDate> days, String head) {
    List<String> lines = new ArrayList<>();
    for (Person person : draft.in().snapshot().led()) {
      List<TeamDay> week = days.stream().map(date -> day(person, date)).toList();
      lines.add(
          draft.text(
              "weekly.line",
              Map.of(
                  "name", person.name(),
                  "reports",
                      String.valueOf(week.stream().filter(d -> d.report().isPresent()).count()),
                  "visits", String.valueOf(sum(week, "visitsToday")),
                  "calls", String.valueOf(sum(week, "callsToday")),
                  "contact",
                      String.valueOf(
                          week.stream().filter(d -> d.contact().orElse(false)).count()))));
    }
    String text =
        draft.text(
            head,
            Map.of("from", days.get(0).toString(), "to", days.get(days.size() - 1).toString()));
    lines.add(0, text);
    Reply reply = new Reply("weekly", String.join("\n", lines), null, null, List.of());
    draft.reply(reply.with(chart(days)));
  }

  private static int sum(List<TeamDay> week, String field) {
    return week.stream().mapToInt(day -> day.count(field)).sum();
  }

  private Chart chart(List<LocalDate> days) {
    return new Chart(
        draft.text("weekly.chart", Map.of()),
        Chart.Kind.BAR,
        "",
        days.stream().map(TeamFlow::label).toList(),
        List.of(
            series("weekly.visits", days, "visitsToday"),
            series("weekly.calls", days, "callsToday")));
  }

  private Chart.Series series(String id, List<LocalDate> days, String field) {
    return new Chart.Series(
        draft.text(id, Map.of()),
        days.stream().map(date -> new Chart.Point(label(date), sum(team(date), field))).toList());
  }

  private static String label(LocalDate date) {
    return date.getMonthValue() + "-" + date.getDayOfMonth();
  }
}
