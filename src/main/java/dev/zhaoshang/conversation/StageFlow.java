package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Distributors.Card;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Moves a distributor from stage to stage: reached, passed over with a reason, given up with a
 * reason. Two steps are gates: no first visit without a background check, no contract that {@link
 * ContractGate} refuses. A trial is for hospitals that are named.
 */
final class StageFlow implements Flow {

  /** The field that holds whether a distributor is archived. */
  static final String ARCHIVED = "archived";

  static final String DROP = "drop";
  private static final String TRIAL = "trial";
  private static final List<String> REASONS = List.of("money", "intent", "region", "terms", "gone");

  private final Draft draft;
  private final Stages stages;
  private final StageView view;

  StageFlow(Draft draft) {
    this.draft = draft;
    this.stages = new Stages(draft);
    this.view = new StageView(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    String argument = Objects.requireNonNullElse(meaning.argument(), "").trim();
    switch (command) {
      case STAGE -> current().ifPresent(this::show);
      case DROP -> current().ifPresent(one -> drop(one, argument));
      case ARCHIVE -> current().ifPresent(this::archive);
      case RESTORE -> named(argument).ifPresent(this::restore);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (arguments.size() != 2 || !arguments.get(0).equals(draft.distributor())) {
      return false;
    }
    Distributor current = Objects.requireNonNull(draft.current());
    if (verb.equals(DROP)) {
      boolean known = REASONS.contains(arguments.get(1));
      if (known) {
        dropped(current, draft.text("drop." + arguments.get(1), Map.of()));
      }
      return known;
    }
    Optional<Stage> stage = Stage.of(arguments.get(1));
    if (stage.isEmpty()) {
      return false;
    }
    switch (verb) {
      case StageView.REACHED -> reach(current, stage.get());
      case StageView.OVER ->
          Reason.ask(
              draft,
              new Reason(StageView.OVER, current.id(), stage.get().id()),
              "over.why",
              List.of());
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean text(Meaning meaning) {
    Optional<Reason> pending = Reason.pending(draft, DROP, TRIAL, StageView.OVER);
    if (pending.isEmpty()) {
      return false;
    }
    Distributor current = Objects.requireNonNull(draft.current());
    String words = draft.in().entry().body().text().strip();
    draft.up();
    if (pending.get().what().equals(DROP)) {
      dropped(current, words);
      return true;
    }
    if (pending.get().what().equals(TRIAL)) {
      stages.put(current.id(), Stage.TRIAL, Milestone.State.REACHED, words);
      told("stage.reached", Map.of("stage", view.name(Stage.TRIAL)));
      return true;
    }
    Optional<Stage> stage = Stage.of(pending.get().argument());
    stage.ifPresent(
        one -> {
          stages.put(current.id(), one, Milestone.State.PASSED_OVER, words);
          told("stage.over", Map.of("stage", view.name(one)));
        });
    return stage.isPresent();
  }

  private Optional<Distributor> current() {
    Distributor current = draft.current();
    if (current == null) {
      draft.say("nobody", Map.of());
    }
    return Optional.ofNullable(current);
  }

  /** The one whom the words name, who is then the current one; without words who is already. */
  private Optional<Distributor> named(String words) {
    if (words.isEmpty()) {
      return current();
    }
    List<Card> hits =
        draft.in().snapshot().portfolio().stream()
            .filter(card -> NameMatch.fits(words, card))
            .toList();
    if (hits.size() != 1 || draft.find(hits.get(0).id()) == null) {
      String names =
          hits.stream()
              .map(card -> (card.name() + " " + card.company()).strip())
              .collect(Collectors.joining(draft.text("list.comma", Map.of())));
      draft.say(
          hits.isEmpty() ? "restored.nobody" : "restored.which",
          Map.of("words", words, "names", names));
      return Optional.empty();
    }
    draft.back();
    draft.move(Signal.leave(), null, null);
    draft.turnTo(hits.get(0).id());
    return current();
  }

  private void show(Distributor current) {
    String title = new Phrases(draft.content(), draft.language()).title(current);
    String text = draft.text("stage", Map.of("title", title, "stage", view.text(current)));
    draft.reply(new Reply("stage", text, null, null, view.buttons(current)));
  }

  /** Marks a stage as reached, unless a gate is shut. */
  private void reach(Distributor current, Stage stage) {
    ContractGate gate = new ContractGate(draft);
    if (stage.needsBackground() && gate.lacksBackground(current)) {
      return;
    }
    boolean signed = stages.reached(current).contains(Stage.CONTRACTED);
    if (stage == Stage.CONTRACTED
        && (gate.isTaken(current)
            || (!signed && gate.lacksTerms(current))
            || gate.lacksOffer(current))) {
      return;
    }
    if (stage == Stage.TRIAL) {
      Reason.ask(draft, new Reason(TRIAL, current.id(), ""), "trial.hospitals", List.of());
      return;
    }
    if (stage != Stage.CONTRACTED || !signed) {
      // A contract keeps the day on which it was signed: its protection is counted from there.
      stages.put(current.id(), stage, Milestone.State.REACHED, "");
    }
    told("stage.reached", Map.of("stage", view.name(stage)));
    if (stage == Stage.CONTRACTED) {
      new ContractTerritory(draft).register(current);
    }
  }

  /** Says what changed, and what comes next. */
  private void told(String replyId, Map<String, String> values) {
    Distributor current = Objects.requireNonNull(draft.current());
    String text = draft.text(replyId, values) + "\n" + view.text(current);
    draft.reply(new Reply(replyId, text, null, null, view.buttons(current)));
  }

  private void drop(Distributor current, String reason) {
    if (!reason.isEmpty()) {
      dropped(current, reason);
      return;
    }
    Reason.ask(draft, new Reason(DROP, current.id(), ""), "drop.why", reasons(current));
  }

  private List<Button> reasons(Distributor current) {
    return REASONS.stream()
        .map(
            reason ->
                new Button(
                    draft.text("drop." + reason, Map.of()),
                    Buttons.data(DROP, current.id(), reason)))
        .toList();
  }

  private void dropped(Distributor current, String reason) {
    stages.put(current.id(), Stage.DROPPED, Milestone.State.REACHED, reason);
    leave("dropped", current, reason);
    new Appointments(draft).drop(current.id(), reason);
    new ContractTerritory(draft).release(current);
  }

  /** Takes it out of the lists; searching still finds it. */
  private void archive(Distributor current) {
    Fact fact =
        new Fact(
            new Value.Flag(true),
            "",
            List.of(),
            FactState.KNOWN,
            draft.turn(),
            draft.in().now(),
            1);
    draft.set(current.id(), Map.of(ARCHIVED, fact), List.of());
    leave("archived", current, "");
  }

  private void leave(String replyId, Distributor current, String reason) {
    String title = new Phrases(draft.content(), draft.language()).title(current);
    draft.back();
    draft.move(Signal.leave(), null, null);
    draft.say(
        replyId,
        Map.of("title", title, "reason", reason),
        new Button(
            draft.text("button.restore", Map.of()), Buttons.data(Buttons.COMMAND, "restore")));
  }

  private void restore(Distributor current) {
    boolean dropped =
        Milestone.in(draft.ledger(Ledger.ofDistributor(current.id())), Milestone.State.REACHED)
            .contains(Stage.DROPPED);
    boolean archived = current.fact(ARCHIVED).isPresent();
    if (dropped) {
      draft.change(
          Ledger.ofDistributor(current.id()), List.of(), List.of(Milestone.id(Stage.DROPPED)));
    }
    if (archived) {
      draft.set(current.id(), Map.of(), List.of(ARCHIVED));
    }
    if (dropped || archived) {
      told("restored", Map.of());
      if (dropped && stages.reached(current).contains(Stage.CONTRACTED)) {
        new ContractTerritory(draft).register(current);
      }
    } else {
      draft.say("restored.not", Map.of());
    }
  }
}
