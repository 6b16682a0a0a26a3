package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Checklist.Item;
import dev.zhaoshang.content.Checklist.Lock;
import dev.zhaoshang.domain.Assessment;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Works out how far the current distributor has come, and keeps it where lists can read it. */
final class Stages {

  private final Draft draft;

  Stages(Draft draft) {
    this.draft = draft;
  }

  /**
   * Notes the stages that this turn's changes have brought, at its end. What a turn before has
   * noted stays, whatever is unticked or corrected later.
   */
  void settle() {
    Distributor current = draft.current();
    if (current == null || !isTouched(current.id()) || !isKnown(current.id())) {
      return;
    }
    Set<Stage> noted = Milestone.in(ledger(current), Milestone.State.REACHED);
    for (Stage stage : earned(current)) {
      if (!noted.contains(stage)) {
        put(current.id(), stage, Milestone.State.REACHED, "");
      }
    }
    Stage now = Stage.furthest(reached(current));
    if (now != Stage.of(current)) {
      boolean lead = now == Stage.LEAD;
      draft.set(
          current.id(),
          lead ? Map.of() : Map.of(Stage.FIELD, fact(now)),
          lead ? List.of(Stage.FIELD) : List.of());
    }
  }

  /** Marks a stage of any distributor whose ledger was read as reached. */
  void raise(Distributor distributor, Stage stage) {
    put(distributor.id(), stage, Milestone.State.REACHED, "");
    if (Stage.of(distributor).compareTo(stage) < 0) {
      draft.set(distributor.id(), Map.of(Stage.FIELD, fact(stage)), List.of());
    }
  }

  private Fact fact(Stage stage) {
    return new Fact(
        new Value.Text(stage.id()),
        "",
        List.of(),
        FactState.KNOWN,
        draft.turn(),
        draft.in().now(),
        1);
  }

  private boolean isTouched(String id) {
    return draft.changes().stream().anyMatch(change -> change.distributor().equals(id))
        || draft.ledgerChanges().stream()
            .anyMatch(change -> change.ledger().equals(Ledger.ofDistributor(id)));
  }

  /** Whether its ledger was read, or it was begun in this turn. */
  private boolean isKnown(String id) {
    return Objects.equals(draft.in().session().distributor(), id)
        || !draft.in().snapshot().distributors().containsKey(id)
        || draft.in().snapshot().ledgers().containsKey(Ledger.ofDistributor(id));
  }

  /** Puts a stage on the record of a distributor. */
  void put(String distributor, Stage stage, Milestone.State state, String note) {
    draft.put(
        Ledger.ofDistributor(distributor),
        new Milestone(
            Milestone.id(stage), stage, state, note, draft.in().session().rep(), draft.in().now()));
  }

  /** The stages reached so far. */
  Set<Stage> reached(Distributor distributor) {
    Set<Stage> all = EnumSet.copyOf(Milestone.in(ledger(distributor), Milestone.State.REACHED));
    all.addAll(earned(distributor));
    return all;
  }

  /** The next step; empty when there is none. */
  Optional<Stage> next(Distributor distributor) {
    return Stage.next(
        reached(distributor), Milestone.in(ledger(distributor), Milestone.State.PASSED_OVER));
  }

  /** Stages that follow from facts, ticks and the assessment. */
  private Set<Stage> earned(Distributor distributor) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    int all = draft.content().intake().aspects().size();
    int open = Question.openAspects(draft.content().intake(), distributor).size();
    if (distributor.fields().containsKey("name") && 2 * (all - open) >= all) {
      stages.add(Stage.CALLED);
    }
    if (told(distributor, "convey")) {
      stages.add(Stage.CONVEYED);
    }
    if (told(distributor, "backgroundCheck")) {
      stages.add(Stage.BACKGROUND_CHECKED);
    }
    if (Assessment.in(ledger(distributor)).isPresent()) {
      stages.add(Stage.ASSESSED);
    }
    return stages;
  }

  private boolean told(Distributor distributor, String checklist) {
    return run(distributor, checklist)
        .map(run -> !run.list().items().isEmpty() && missing(run).isEmpty())
        .orElse(false);
  }

  /** A checklist of the distributor that belongs to no visit. */
  private Optional<ChecklistRun> run(Distributor distributor, String checklist) {
    return draft
        .content()
        .checklist(checklist)
        .map(list -> new ChecklistRun(list, ledger(distributor), ""));
  }

  /** Items that are still to be done; one that is locked holds nothing up. */
  private static List<Item> missing(ChecklistRun run) {
    return run.list().items().stream()
        .filter(item -> item.lock() == Lock.NONE && !run.done(item))
        .toList();
  }

  /** What is missing of a step, in words; empty when the step is one thing. */
  String missing(Distributor distributor, Stage step) {
    Phrases phrases = new Phrases(draft.content(), draft.language());
    return switch (step) {
      case CALLED -> phrases.titles(Question.openAspects(draft.content().intake(), distributor), 4);
      case CONVEYED -> titles(distributor, "convey", false);
      case BACKGROUND_CHECKED -> titles(distributor, "backgroundCheck", false);
      case CONTRACTED -> titles(distributor, "secondVisitRequire", true);
      default -> "";
    };
  }

  /**
   * Items that are missing.
   *
   * @param told whether a fact does for an item: the terms of a contract are a form as well; that
   *     somebody was assessed is not what others said of him
   */
  private String titles(Distributor distributor, String checklist, boolean told) {
    List<String> titles =
        run(distributor, checklist).stream()
            .flatMap(run -> missing(run).stream())
            .filter(item -> !told || distributor.text(item.id()).isEmpty())
            .map(item -> item.title().in(draft.language()))
            .toList();
    return String.join(draft.text("list.comma", Map.of()), titles);
  }

  private Ledger ledger(Distributor distributor) {
    return draft.ledger(Ledger.ofDistributor(distributor.id()));
  }
}
