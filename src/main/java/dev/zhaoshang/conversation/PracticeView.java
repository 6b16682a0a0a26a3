package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Compliance;
import dev.zhaoshang.content.Practice;
import dev.zhaoshang.content.Practice.MustNot;
import dev.zhaoshang.content.Practice.Point;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.PracticeOrder.Reason;
import dev.zhaoshang.domain.Practised;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.understanding.practice.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said in a practice. */
final class PracticeView {

  private static final double HUNDRED = 100;

  private final Draft draft;
  private final PracticeRecord record;

  PracticeView(Draft draft, PracticeRecord record) {
    this.draft = draft;
    this.record = record;
  }

  /** Whether words ask for how it goes, or end so. */
  boolean isStats(String words) {
    String asked = words.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(draft.text("practice.stats.words", Map.of()).split("/", -1))
        .anyMatch(asked::endsWith);
  }

  /** Lets the objection be chosen. */
  void choice() {
    List<Button> buttons = record.ordered().stream().map(id -> button(title(id), id)).toList();
    draft.say("practice.choice", Map.of(), buttons.toArray(Button[]::new));
  }

  /**
   * Raises the objection.
   *
   * @param reason why it is this one; null when the rep chose it
   */
  void raise(PracticeRun run, @Nullable Reason reason) {
    String why =
        reason == null
            ? ""
            : draft.text("practice.why." + reason.name().toLowerCase(Locale.ROOT), Map.of());
    Map<String, String> values =
        Map.of(
            "title",
            title(run.exercise().objection()),
            "why",
            why,
            "who",
            run.raised().by().title().in(draft.language()),
            "say",
            run.raised().say().in(draft.language()));
    draft.say(
        run.drill() ? "practice.drill" : "practice.raised",
        values,
        button(draft.text("button.model", Map.of()), PracticeFlow.SHOW),
        button(draft.text("button.end", Map.of()), PracticeFlow.END));
  }

  /** Presses on. */
  void press(PracticeRun run) {
    draft.say(
        "practice.pressed",
        Map.of(
            "who",
            run.raised().by().title().in(draft.language()),
            "say",
            run.pressed(draft.language())),
        button(draft.text("button.model", Map.of()), PracticeFlow.SHOW),
        button(draft.text("button.end", Map.of()), PracticeFlow.END));
  }

  /** Says what the answers were worth, point by point, and gives a model. */
  void verdict(PracticeRun run, Verdict verdict, Practised noted) {
    List<String> lines = new ArrayList<>();
    verdict.breaches().forEach(breach -> lines.add(breach(breach)));
    if (!verdict.said() && verdict.breaches().isEmpty()) {
      lines.add(draft.text("practice.unsaid", Map.of()));
    }
    if (run.isEnough() && !run.isPassed() && verdict.breaches().isEmpty()) {
      lines.add(draft.text("practice.unheld", Map.of()));
    }
    run.exercise().points().forEach(point -> lines.add(point(point, run)));
    draft.content().practice().anywhere().stream()
        .filter(point -> run.points().contains(point.id()))
        .forEach(point -> lines.add(point(point, run)));
    if (run.drill()) {
      long seconds = Duration.between(run.begun(), draft.in().now()).toSeconds();
      String id = seconds > 60 ? "practice.slow" : "practice.time";
      lines.add(draft.text(id, Map.of("n", String.valueOf(seconds))));
    }
    lines.add(model(run));
    lines.add(next(noted));
    boolean passed = noted.last().passed();
    draft.say(
        passed ? "practice.passed" : "practice.failed",
        Map.of("text", String.join("\n", lines)),
        after(run));
  }

  /** Gives the model to who did not answer. */
  void model(PracticeRun run, Practised noted) {
    String text = model(run) + "\n" + next(noted);
    draft.say("practice.model", Map.of("text", text), after(run));
  }

  private Button[] after(PracticeRun run) {
    return new Button[] {
      button(draft.text("button.again", Map.of()), run.exercise().objection()),
      button(draft.text("button.next", Map.of()), PracticeFlow.NEXT),
      button(draft.text("button.stats", Map.of()), PracticeFlow.STATS)
    };
  }

  private String breach(Verdict.Breach breach) {
    Practice practice = draft.content().practice();
    Optional<MustNot> mustNot =
        practice.mustNots().stream().filter(one -> one.id().equals(breach.mustNot())).findFirst();
    return draft.text(
            "practice.breach",
            Map.of(
                "title",
                mustNot.map(one -> one.title().in(draft.language())).orElse(breach.mustNot()),
                "words",
                breach.words(),
                "instead",
                instead(breach, mustNot)))
        + basis(breach, mustNot);
  }

  private String instead(Verdict.Breach breach, Optional<MustNot> mustNot) {
    return Optional.ofNullable(breach.rule())
        .map(Compliance.Rule::instead)
        .or(() -> mustNot.map(MustNot::instead))
        .map(text -> text.in(draft.language()))
        .orElse("");
  }

  /** What forbids it, as it is cited in a call. */
  private String basis(Verdict.Breach breach, Optional<MustNot> mustNot) {
    return Optional.ofNullable(breach.rule())
        .or(() -> mustNot.map(MustNot::rule).flatMap(draft.content().compliance()::rule))
        .map(rule -> rule.basis().in(draft.language()))
        .map(basis -> "\n" + draft.text("practice.basis", Map.of("basis", basis)))
        .orElse("");
  }

  private String point(Point point, PracticeRun run) {
    String id = run.points().contains(point.id()) ? "practice.made" : "practice.missing";
    return draft.text(id, Map.of("title", point.title().in(draft.language())));
  }

  private String model(PracticeRun run) {
    return draft.text("practice.say", Map.of("text", run.exercise().model().in(draft.language())));
  }

  private String next(Practised noted) {
    return draft.text("practice.next", Map.of("when", when(noted)));
  }

  private String when(Practised noted) {
    long days = Duration.between(draft.in().now(), noted.next()).plusHours(12).toDays();
    String id = days <= 0 ? "practice.today" : days == 1 ? "practice.tomorrow" : "practice.days";
    return draft.text(id, Map.of("n", String.valueOf(days)));
  }

  /** How it goes, objection by objection; always true. */
  boolean stats() {
    List<Practised> known =
        draft.content().practice().exercises().keySet().stream()
            .flatMap(id -> record.of(id).stream())
            .toList();
    Button begin = button(draft.text("button.begin", Map.of()), PracticeFlow.NEXT);
    if (known.isEmpty()) {
      draft.say("practice.unpractised", Map.of(), begin);
      return true;
    }
    List<String> lines = known.stream().map(this::line).toList();
    String text = draft.text("practice.stats", Map.of("lines", String.join("\n", lines)));
    draft.reply(new Reply("practice.stats", text, null, null, List.of(begin)).with(chart(known)));
    return true;
  }

  private String line(Practised one) {
    return draft.text(
        "practice.line",
        Map.of(
            "title",
            title(one.objection()),
            "times",
            String.valueOf(one.times()),
            "passes",
            String.valueOf(one.passes()),
            "recent",
            String.valueOf(one.recent().size()),
            "when",
            when(one)));
  }

  private Chart chart(List<Practised> known) {
    List<Chart.Point> points =
        known.stream()
            .map(
                one ->
                    new Chart.Point(
                        title(one.objection()),
                        Math.round(HUNDRED * one.passes() / one.recent().size())))
            .toList();
    return new Chart(
        draft.text("practice.chart", Map.of()),
        Chart.Kind.BAR,
        "%",
        points.stream().map(Chart.Point::label).toList(),
        List.of(new Chart.Series(draft.text("practice.series", Map.of()), points)));
  }

  private String title(String objection) {
    return draft
        .content()
        .objection(objection)
        .map(card -> card.title().in(draft.language()))
        .orElse(objection);
  }

  private static Button button(String label, String what) {
    return new Button(label, Buttons.data(Buttons.PRACTISE, what));
  }
}
