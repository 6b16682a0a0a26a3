package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.Directive;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Routine.Kind;
import dev.zhaoshang.domain.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The morning brief: what is due, the four checks, what was left open, something to practise. */
final class BriefFlow implements Flow {

  /** More than so many of a kind are only counted: it is read on a phone before the first call. */
  private static final int SHOWN = 5;

  private static final int OPEN_INTAKES = 3;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  private final Draft draft;
  private final Routines routines;

  BriefFlow(Draft draft) {
    this.draft = draft;
    this.routines = new Routines(draft);
  }

  @Override
  public boolean due(LedgerEntry entry, boolean late) {
    if (!(entry instanceof Routine routine) || routine.sort() != Kind.BRIEF) {
      return false;
    }
    routines.replan(Kind.BRIEF);
    if (routines.works(routine.date())) {
      say(routine.date(), late);
    }
    return true;
  }

  private void say(LocalDate today, boolean late) {
    Optional<LocalDate> missed = missed(today);
    List<String> lines = new ArrayList<>();
    lines.add(draft.text(late ? "brief.late" : "brief.hello", Map.of()));
    lines.addAll(promises(today));
    BriefVisits visits = new BriefVisits(draft);
    lines.addAll(visits.lines(today));
    lines.addAll(checks(today));
    intakes().ifPresent(lines::add);
    missed.ifPresent(day -> lines.add(draft.text("brief.missed", Map.of("day", named(day)))));
    lines.add(draft.text("brief.practice", Map.of()));
    List<Button> buttons = new ArrayList<>(visits.buttons(today));
    missed.map(this::makeUp).ifPresent(buttons::add);
    buttons.add(
        new Button(draft.text("button.drill", Map.of()), Buttons.data(Buttons.COMMAND, "drill")));
    draft.say("brief", Map.of("text", String.join("\n", lines)), buttons.toArray(Button[]::new));
  }

  private Button makeUp(LocalDate day) {
    return new Button(
        draft.text("button.missed", Map.of()), Buttons.data(Buttons.DAY, day.toString()));
  }

  private String named(LocalDate day) {
    return new Dates(draft, draft.rhythm().zone()).day(day);
  }

  /**
   * The last day that was to be reported, when it was not; not for somebody who never was asked.
   */
  private Optional<LocalDate> missed(LocalDate today) {
    List<Day> days = draft.own().all(Day.class);
    LocalDate day = today.minusDays(1);
    for (int back = 0; back < 7 && !routines.reports(day); back++) {
      day = day.minusDays(1);
    }
    String id = day.toString();
    boolean done = days.stream().anyMatch(one -> one.id().equals(id) && one.doneAt() != null);
    boolean asked = days.stream().anyMatch(one -> one.id().compareTo(id) <= 0);
    return asked && !done ? Optional.of(day) : Optional.empty();
  }

  private List<String> promises(LocalDate today) {
    List<FollowUp> due = due(today);
    List<String> lines = new ArrayList<>();
    if (due.isEmpty()) {
      return lines;
    }
    lines.add(draft.text("brief.promises", Map.of("n", String.valueOf(due.size()))));
    due.stream().limit(SHOWN).forEach(one -> lines.add(line(one, today)));
    return lines;
  }

  private List<FollowUp> due(LocalDate today) {
    Rhythm rhythm = draft.rhythm();
    Instant tomorrow = today.plusDays(1).atStartOfDay(rhythm.zone()).toInstant();
    return draft.in().snapshot().ledgers().values().stream()
        .filter(this::isOfRep)
        .flatMap(ledger -> ledger.all(FollowUp.class).stream())
        .filter(one -> one.state() == FollowUp.State.OPEN && one.at().isBefore(tomorrow))
        .sorted(Comparator.comparing(FollowUp::at))
        .toList();
  }

  private boolean isOfRep(Ledger ledger) {
    return ledger.id().equals(draft.own().id()) || ledger.id().startsWith("distributor:");
  }

  private String line(FollowUp one, LocalDate today) {
    Rhythm rhythm = draft.rhythm();
    LocalDate day = rhythm.date(one.at());
    String when =
        day.isBefore(today)
            ? draft.text("brief.overdue", Map.of("day", named(day)))
            : CLOCK.format(one.at().atZone(rhythm.zone()));
    return "· " + when + " " + title(one.distributor()) + one.what();
  }

  private String title(@org.jspecify.annotations.Nullable String id) {
    Distributor distributor = id == null ? null : draft.find(id);
    return distributor == null
        ? ""
        : new Phrases(draft.content(), draft.language()).title(distributor) + " ";
  }

  /** The four checks of the trade: directives, unfinished tasks, promises, plan. */
  private List<String> checks(LocalDate today) {
    long directives =
        draft.own().all(Directive.class).stream()
            .filter(one -> one.to().equals(draft.in().session().rep()))
            .filter(one -> one.state() != Directive.State.DONE)
            .count();
    Rhythm rhythm = draft.rhythm();
    long overdue = due(today).stream().filter(one -> rhythm.date(one.at()).isBefore(today)).count();
    Optional<Day> last =
        draft.own().all(Day.class).stream()
            .filter(day -> day.date().isBefore(today))
            .max(Comparator.comparing(Day::date));
    List<String> lines = new ArrayList<>();
    lines.add(draft.text("brief.checks", Map.of()));
    lines.add(check("brief.directives", directives));
    lines.add(notes("brief.unfinished", last, "problems"));
    lines.add(check("brief.kept", overdue));
    lines.add(notes("brief.plan", last, "tomorrowPlan"));
    return lines;
  }

  private String check(String id, long open) {
    return draft.text(open == 0 ? id + ".none" : id, Map.of("n", String.valueOf(open)));
  }

  private String notes(String id, Optional<Day> day, String field) {
    List<String> said =
        day.flatMap(one -> one.fact(field))
            .map(
                fact -> fact.value() instanceof Value.Items items ? items.raw() : List.<String>of())
            .orElse(List.of());
    String text = String.join(draft.text("list.semicolon", Map.of()), said);
    return draft.text(text.isEmpty() ? id + ".none" : id, Map.of("text", text));
  }

  /** Distributors told of lately, of whom something is still to be asked. */
  private Optional<String> intakes() {
    Form intake = draft.content().intake();
    Phrases phrases = new Phrases(draft.content(), draft.language());
    List<String> titles =
        draft.in().snapshot().distributors().values().stream()
            .filter(one -> one.owner().equals(draft.in().session().rep()))
            .filter(one -> one.mergedInto() == null && !one.fields().isEmpty())
            .filter(one -> !Question.openAspects(intake, one).isEmpty())
            .sorted(Comparator.comparing(Distributor::createdAt).reversed())
            .limit(OPEN_INTAKES)
            .map(phrases::title)
            .toList();
    String joined = String.join(draft.text("list.comma", Map.of()), titles);
    return titles.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.text("brief.intakes", Map.of("titles", joined)));
  }
}
