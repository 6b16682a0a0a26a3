package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Objection;
import dev.zhaoshang.content.Practice;
import dev.zhaoshang.content.Practice.Exercise;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.PracticeOrder.Reason;
import dev.zhaoshang.domain.Practised;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.understanding.practice.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Practises answering objections: somebody raises one and presses on, the answers are judged by the
 * checklist, and the rep is back where he was.
 */
final class PracticeFlow implements Flow {

  /** Arguments of a button that are no objection. */
  static final String NEXT = "next";

  static final String SHOW = "show";
  static final String STATS = "stats";
  static final String END = "end";

  /** Confidence of a value that is no guess. */
  private static final double SURE = 0.85;

  private static final Set<Command> ENDS = Set.of(Command.CANCEL, Command.BACK, Command.DONE);

  /** Words that stay commands while somebody answers; all others may be part of an answer. */
  private static final Set<Command> ASIDE =
      Set.of(Command.HELP, Command.LANGUAGE, Command.PRACTICE, Command.DRILL, Command.OBJECTION);

  /** Words that nobody says to the customer one practises with: the work goes on. */
  private static final Set<Command> WORK = Set.of(Command.NEW, Command.SWITCH, Command.CHECKIN);

  /** So many sure values are told of a distributor and are no answer. */
  private static final int SEVERAL = 3;

  private final Draft draft;
  private final PracticeRecord record;
  private final PracticeView view;

  PracticeFlow(Draft draft) {
    this.draft = draft;
    this.record = new PracticeRecord(draft);
    this.view = new PracticeView(draft, record);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command == Command.PRACTICE) {
      begin(Objects.requireNonNullElse(meaning.argument(), "").strip());
      return true;
    }
    if (command == Command.DRILL) {
      start(record.ordered(), true);
      return true;
    }
    if (!draft.position().state().equals(States.PRACTICE)) {
      return isTyped() && after(draft.in().entry().body().text());
    }
    if (ENDS.contains(command)) {
      return end();
    }
    if (command == Command.SKIP) {
      return show();
    }
    if (isTyped() && WORK.contains(command)) {
      return !end();
    }
    return isTyped() && !ASIDE.contains(command) && text(meaning);
  }

  /** Whether it is words that could be part of an answer: neither a button nor a slash. */
  private boolean isTyped() {
    Update update = draft.in().entry().body();
    return update.kind() == Update.Kind.TEXT && !update.text().strip().startsWith("/");
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(Buttons.PRACTISE) || arguments.size() != 1) {
      return false;
    }
    String what = arguments.get(0);
    return switch (what) {
      case NEXT -> start(record.ordered(), false);
      case STATS -> view.stats();
      case SHOW -> show();
      case END -> end();
      default -> practice().exercise(what).isPresent() && start(List.of(what), false);
    };
  }

  @Override
  public boolean text(Meaning meaning) {
    boolean card = draft.position().state().equals(States.COACHING);
    if (card && draft.within(States.PRACTICE)) {
      draft.up();
    }
    Optional<PracticeRun> run = here();
    String words = draft.in().entry().body().text();
    if (run.isPresent() && Label.isTyped(draft, "button.end", words)) {
      return end();
    }
    if (run.isPresent() && Label.isTyped(draft, "button.model", words)) {
      return show();
    }
    if (run.isPresent() && isOfACall(meaning, run.get(), words)) {
      return false;
    }
    run.ifPresent(one -> answer(one, words));
    return run.isPresent() || off(words) || after(words);
  }

  /**
   * Whether it is of a real call: it asks how to answer, which gets its card on the way, or it
   * tells of a distributor and makes no point, which ends the practice.
   */
  private boolean isOfACall(Meaning meaning, PracticeRun run, String words) {
    if (UncoveredFlow.asksForReply(words)) {
      return true;
    }
    long sure =
        meaning.fields().stream().filter(f -> f.value() != null && f.confidence() >= SURE).count();
    boolean number =
        meaning.fields().stream().anyMatch(f -> f.field().equals("mobile") && f.value() != null);
    if (!number && sure < SEVERAL) {
      return false;
    }
    Verdict verdict = draft.in().judge().judge(run.exercise(), words);
    return (verdict.points().isEmpty() || !verdict.said()) && end();
  }

  /** Says that there is nothing to stop, where that is what is typed; the question stays open. */
  private boolean off(String words) {
    boolean ends = Label.isTyped(draft, "button.end", words);
    if (ends) {
      draft.say("practice.off", Map.of());
    }
    return ends;
  }

  /** Takes the typed label of a button under a verdict, while that is what was talked of last. */
  private boolean after(String words) {
    Optional<Practised> last = record.justNow();
    if (last.isEmpty() || draft.position().state().equals(States.COACHING)) {
      return false;
    }
    if (Label.isTyped(draft, "button.again", words)) {
      return start(List.of(last.get().objection()), false);
    }
    if (Label.isTyped(draft, "button.next", words)) {
      return start(record.ordered(), false);
    }
    return Label.isTyped(draft, "button.stats", words) && view.stats();
  }

  private Practice practice() {
    return draft.content().practice();
  }

  private Optional<PracticeRun> here() {
    return draft.position().state().equals(States.PRACTICE)
        ? PracticeRun.of(Objects.requireNonNullElse(draft.position().subject(), ""), practice())
        : Optional.empty();
  }

  private void begin(String words) {
    if (view.isStats(words.isEmpty() ? draft.in().entry().body().text() : words)) {
      view.stats();
      return;
    }
    if (words.isEmpty()) {
      start(record.ordered(), false);
      return;
    }
    List<Objection> cards = List.copyOf(draft.content().objections().values());
    List<String> found = CardSearch.find(cards, words).stream().map(Objection::id).toList();
    if (found.isEmpty()) {
      view.choice();
    } else {
      start(found, false);
    }
  }

  /** Raises the first of some objections, in other words than the last time. */
  private boolean start(List<String> objections, boolean drill) {
    Optional<Exercise> exercise =
        objections.stream().flatMap(id -> practice().exercise(id).stream()).findFirst();
    if (exercise.isEmpty()) {
      draft.say("practice.none", Map.of());
      return true;
    }
    String objection = exercise.get().objection();
    int opening =
        record.of(objection).map(Practised::times).orElse(0) + Objection.IDS.indexOf(objection);
    Reason reason = record.order().reason(objection);
    PracticeRun run = PracticeRun.begun(exercise.get(), opening, drill, draft.in().now());
    draft.enter(States.PRACTICE, run.subject());
    view.raise(run, objections.size() > 1 ? reason : null);
    return true;
  }

  private void answer(PracticeRun before, String answer) {
    Verdict verdict = draft.in().judge().judge(before.exercise(), answer);
    PracticeRun run = before.with(verdict, answer);
    if (verdict.breaches().isEmpty() && !run.isOver()) {
      draft.enter(States.PRACTICE, run.subject());
      view.press(run);
      return;
    }
    Practised noted =
        record.note(run.exercise().objection(), run.grade(verdict.breaches().isEmpty()));
    draft.up();
    view.verdict(run, verdict, noted);
  }

  /** Shows the model answer to who does not know one; it counts as not known. */
  private boolean show() {
    Optional<PracticeRun> run = here();
    run.ifPresent(
        one -> {
          Practised noted = record.note(one.exercise().objection(), 1);
          draft.up();
          view.model(one, noted);
        });
    return run.isPresent();
  }

  private boolean end() {
    if (here().isEmpty()) {
      return false;
    }
    draft.up();
    draft.say("practice.ended", Map.of());
    return true;
  }
}
