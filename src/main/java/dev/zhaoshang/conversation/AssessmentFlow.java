package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Assessment;
import dev.zhaoshang.domain.AssessmentScore;
import dev.zhaoshang.domain.AssessmentScore.Decision;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.understanding.checklist.DecisionWords;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends an assessment: a score with its parts, and a decision that the rep confirms or overrides.
 */
final class AssessmentFlow implements Flow {

  /** Id of the form that it ends. */
  static final String FORM = "assessment";

  /** {@code assess:<distributor>:<decision>}. */
  private static final String ASSESS = "assess";

  private static final DecisionWords WORDS = new DecisionWords(Lexicon.load());

  private final Draft draft;

  AssessmentFlow(Draft draft) {
    this.draft = draft;
  }

  /** A bare yes to the suggestion agrees to it. */
  @Override
  public boolean command(Command command, Meaning meaning) {
    return command == Command.YES && typed();
  }

  @Override
  public boolean filled(Form form) {
    Distributor current = draft.current();
    if (!form.id().equals(FORM) || current == null) {
      return false;
    }
    AssessmentScore score = AssessmentScore.of(current);
    put(current, score, null);
    String reply = score.isComplete() ? "assessed" : "partly";
    String text =
        draft.text(
            reply,
            Map.of(
                "title", new Phrases(draft.content(), draft.language()).title(current),
                "total", String.valueOf(score.total()),
                "parts", parts(form, current, score),
                "decision", name(score.decision())));
    draft.move(Signal.leave(), null, null);
    draft.reply(new Reply(reply, text, null, null, decisions(current, score.decision())));
    return true;
  }

  /** Each part with its grade and its points out of the most. */
  private String parts(Form form, Distributor current, AssessmentScore score) {
    Phrases phrases = new Phrases(draft.content(), draft.language());
    List<String> lines = new ArrayList<>();
    AssessmentScore.WEIGHTS.forEach(
        (id, most) ->
            form.field(id)
                .ifPresent(
                    field ->
                        lines.add(
                            draft.text(
                                "assessed.part",
                                Map.of(
                                    "label", field.label().in(draft.language()),
                                    "grade", phrases.fact(current, field),
                                    "points", String.valueOf(score.parts().getOrDefault(id, 0)),
                                    "most", String.valueOf(most))))));
    return String.join("\n", lines);
  }

  private List<Button> decisions(Distributor current, Decision suggested) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(decide(current, suggested));
    for (Decision other : Decision.values()) {
      if (other != suggested) {
        buttons.add(decide(current, other));
      }
    }
    return buttons;
  }

  private Button decide(Distributor current, Decision decision) {
    return new Button(name(decision), Buttons.data(ASSESS, current.id(), decision.id()));
  }

  private String name(Decision decision) {
    return draft.text("decision." + decision.id(), Map.of());
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    Distributor current = draft.current();
    if (!verb.equals(ASSESS)
        || arguments.size() != 2
        || current == null
        || !current.id().equals(arguments.get(0))
        || given(current).isEmpty()) {
      return false;
    }
    decideNow(current, Decision.of(arguments.get(1)));
    return true;
  }

  /** Takes a decision; another than the score suggests needs a reason. */
  private void decideNow(Distributor current, Decision decision) {
    if (decision == AssessmentScore.of(current).decision()) {
      decided(current, decision, "");
    } else {
      Reason.ask(draft, new Reason(ASSESS, current.id(), decision.id()), "decision.why", List.of());
    }
  }

  @Override
  public boolean text(Meaning meaning) {
    Optional<Reason> pending = Reason.pending(draft, ASSESS);
    pending.ifPresent(
        reason -> {
          draft.up();
          decided(
              Objects.requireNonNull(draft.current()),
              Decision.of(reason.argument()),
              draft.in().entry().body().text().strip());
        });
    return pending.isPresent() || typed();
  }

  /** What is typed in place of a button of an assessment on which nothing is decided yet. */
  private boolean typed() {
    Distributor current = draft.current();
    if (current == null || given(current).filter(one -> one.decision() == null).isEmpty()) {
      return false;
    }
    Optional<Decision> told =
        WORDS.decision(draft.in().entry().body().text(), AssessmentScore.of(current).decision());
    boolean bare = draft.asked() == null && !draft.position().state().equals(States.REASON);
    boolean takes = told.isPresent() && bare;
    if (takes) {
      decideNow(current, told.get());
    }
    return takes;
  }

  private Optional<Assessment> given(Distributor current) {
    return Assessment.in(draft.ledger(Ledger.ofDistributor(current.id())));
  }

  /** Keeps the decision; why it is another than the score suggests stands with the stage. */
  private void decided(Distributor current, Decision decision, String reason) {
    put(current, AssessmentScore.of(current), decision.id());
    Stages stages = new Stages(draft);
    stages.put(current.id(), Stage.ASSESSED, Milestone.State.REACHED, reason);
    StageView view = new StageView(draft);
    String text =
        draft.text("decided", Map.of("decision", name(decision))) + "\n" + view.text(current);
    draft.reply(new Reply("decided", text, null, null, view.buttons(current)));
  }

  private void put(Distributor current, AssessmentScore score, @Nullable String decision) {
    draft.put(
        Ledger.ofDistributor(current.id()),
        new Assessment(
            Assessment.ID, draft.in().now(), draft.in().session().rep(), decision, score.total()));
  }
}
