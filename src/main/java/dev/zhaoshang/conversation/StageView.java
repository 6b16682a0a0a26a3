package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says how far a distributor has come and what is next, with buttons to do or to skip it. */
final class StageView {

  /** {@code stage:<distributor>:<stage>}: it was reached. */
  static final String REACHED = "stage";

  /** {@code over:<distributor>:<stage>}: the step is passed over. */
  static final String OVER = "over";

  /** Gates have no skip. */
  private static final Set<Stage> GATES = Set.of(Stage.BACKGROUND_CHECKED, Stage.CONTRACTED);

  private final Draft draft;
  private final Stages stages;

  StageView(Draft draft) {
    this.draft = draft;
    this.stages = new Stages(draft);
  }

  /** The name of a stage. */
  String name(Stage stage) {
    return draft.text("stage." + stage.id(), Map.of());
  }

  /** Stage, what is missing for the next one, and what to do. */
  String text(Distributor distributor) {
    String stage = name(Stage.furthest(stages.reached(distributor)));
    Optional<Stage> next = stages.next(distributor);
    if (next.isEmpty()) {
      return draft.text("stage.now", Map.of("stage", stage));
    }
    String todo = draft.text("next." + next.get().id(), Map.of());
    String missing = stages.missing(distributor, next.get());
    return missing.isEmpty()
        ? draft.text("stage.next", Map.of("stage", stage, "todo", todo))
        : draft.text("stage.missing", Map.of("stage", stage, "todo", todo, "missing", missing));
  }

  /** Buttons that do the next step, or pass over it. */
  List<Button> buttons(Distributor distributor) {
    List<Button> buttons = new ArrayList<>();
    stages
        .next(distributor)
        .ifPresent(
            next -> {
              buttons.addAll(actions(distributor, next));
              if (!GATES.contains(next)) {
                buttons.add(button("button.over", OVER, distributor.id(), next.id()));
              }
            });
    return buttons;
  }

  private List<Button> actions(Distributor distributor, Stage next) {
    return switch (next) {
      case CALLED -> List.of(button("button.ask", Buttons.COMMAND, "back"));
      case CONVEYED -> List.of(list("convey"));
      case BACKGROUND_CHECKED -> List.of(list("backgroundCheck"));
      case FIRST_VISIT -> List.of(list("firstVisitPrepare"), reached(distributor, next));
      case SECOND_VISIT -> List.of(list("secondVisitMustSee"), reached(distributor, next));
      case NEGOTIATING -> List.of(terms(), reached(distributor, next));
      case CONTRACTED -> List.of(terms(), list(ContractGate.CHECKLIST), reached(distributor, next));
      case ASSESSED -> List.of(button("button.assess", FormFlow.BEGIN, AssessmentFlow.FORM));
      default -> List.of(reached(distributor, next));
    };
  }

  private Button terms() {
    return button("button.contract", FormFlow.BEGIN, ContractGate.FORM);
  }

  /** The button that says that a stage is reached. */
  Button reached(Distributor distributor, Stage stage) {
    return new Button(
        draft.text("did." + stage.id(), Map.of()),
        Buttons.data(REACHED, distributor.id(), stage.id()));
  }

  /** The button that opens a checklist. */
  Button list(String id) {
    String title =
        draft.content().checklist(id).map(list -> list.title().in(draft.language())).orElse(id);
    return new Button(title, Buttons.data(ChecklistView.OPEN, id));
  }

  private Button button(String label, String verb, String... arguments) {
    return new Button(draft.text(label, Map.of()), Buttons.data(verb, arguments));
  }
}
