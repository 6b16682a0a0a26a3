package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Tick;
import dev.zhaoshang.domain.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Talks about the terms of a contract, and lets it be signed once the gate is open. */
final class ContractFlow implements Flow {

  private final Draft draft;
  private final ContractGate gate;
  private final ContractTerms terms;

  ContractFlow(Draft draft) {
    this.draft = draft;
    this.gate = new ContractGate(draft);
    this.terms = new ContractTerms(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command == Command.CONTRACT_OFF) {
      end();
      return true;
    }
    return command == Command.FORM && ContractGate.FORM.equals(meaning.argument()) && refused();
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    return verb.equals(FormFlow.BEGIN) && arguments.equals(List.of(ContractGate.FORM)) && refused();
  }

  /** Refuses to talk of terms where no contract may come of it; else the form is begun as any. */
  private boolean refused() {
    Distributor current = draft.current();
    if (current == null) {
      return false;
    }
    if (new Stages(draft).reached(current).contains(Stage.DROPPED)) {
      draft.say("visit.dropped", Map.of("title", title(current)));
      return true;
    }
    if (gate.lacksBackground(current) || gate.isTaken(current)) {
      return true;
    }
    takeOver(current);
    List<String> flawed = terms.flaws(current).stream().map(ContractTerms.Flaw::term).toList();
    if (!flawed.isEmpty()) {
      draft.set(current.id(), Map.of(), flawed);
    }
    return false;
  }

  /** The current distributor's contract is no more; what it registered is released. */
  private void end() {
    Distributor current = draft.current();
    if (current == null) {
      draft.say("nobody", Map.of());
      return;
    }
    Stages stages = new Stages(draft);
    if (!stages.reached(current).contains(Stage.CONTRACTED)) {
      draft.say("contract.off.none", Map.of("title", title(current)));
      return;
    }
    draft.change(
        Ledger.ofDistributor(current.id()),
        List.of(),
        List.of(Milestone.id(Stage.CONTRACTED), Milestone.id(Stage.EXISTING)));
    draft.say(
        "contract.off",
        Map.of("title", title(current), "stage", new StageView(draft).text(current)),
        new RemarkView(draft).undo());
    new ContractTerritory(draft).release(current);
  }

  /** What was answered to the points of the second visit is not asked again. */
  private void takeOver(Distributor current) {
    Map<String, Fact> known = new HashMap<>();
    for (Tick tick : draft.ledger(Ledger.ofDistributor(current.id())).all(Tick.class)) {
      boolean told = tick.state() == Tick.State.DONE && !tick.note().isEmpty();
      if (tick.checklist().equals(ContractGate.CHECKLIST)
          && told
          && terms.flaw(tick.item(), tick.note()).isEmpty()
          && current.fact(tick.item()).isEmpty()) {
        known.put(
            tick.item(),
            new Fact(
                new Value.Text(tick.note()),
                tick.note(),
                List.of(),
                FactState.KNOWN,
                draft.turn(),
                tick.at(),
                1));
      }
    }
    if (!known.isEmpty()) {
      draft.set(current.id(), known, List.of());
    }
  }

  @Override
  public boolean filled(Form form) {
    Distributor current = draft.current();
    if (!form.id().equals(ContractGate.FORM) || current == null) {
      return false;
    }
    draft.move(Signal.leave(), null, null);
    if (gate.isTaken(current) || gate.lacksTerms(current) || gate.lacksOffer(current)) {
      return true;
    }
    Stages stages = new Stages(draft);
    if (stages.reached(current).contains(Stage.SECOND_VISIT)) {
      stages.put(current.id(), Stage.NEGOTIATING, Milestone.State.REACHED, "");
    }
    draft.say(
        "contract.ready",
        Map.of(
            "title", title(current),
            "card", new Phrases(draft.content(), draft.language()).card(form, current)),
        new StageView(draft).reached(current, Stage.CONTRACTED));
    return true;
  }

  private String title(Distributor current) {
    return new Phrases(draft.content(), draft.language()).title(current);
  }
}
