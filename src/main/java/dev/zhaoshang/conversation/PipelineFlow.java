package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.store.Distributors.Card;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts and names at each stage: the rep's own, and those of a superior's people. */
final class PipelineFlow implements Flow {

  /** {@code pipe:<stage>}. */
  static final String AT = "pipe";

  /** So many names of a stage are shown in its line. */
  private static final int NAMES = 5;

  private final Draft draft;
  private final StageView view;
  private final LeadsFlow leads;

  PipelineFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.view = new StageView(draft);
    this.leads = new LeadsFlow(draft, asking);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.PIPELINE) {
      return false;
    }
    Map<String, List<Card>> team = draft.in().snapshot().team();
    List<Card> own = living(draft.in().snapshot().portfolio());
    if (!own.isEmpty() || team.isEmpty()) {
      own(own);
    }
    if (!team.isEmpty()) {
      team(team);
    }
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    Optional<Stage> stage =
        verb.equals(AT) && arguments.size() == 1 ? Stage.of(arguments.get(0)) : Optional.empty();
    stage.ifPresent(
        one -> {
          List<Card> there = at(living(draft.in().snapshot().portfolio()), one);
          if (there.isEmpty()) {
            draft.say("leads.empty", Map.of());
          } else {
            leads.show("leads", there, "");
          }
        });
    return stage.isPresent();
  }

  private void own(List<Card> cards) {
    if (cards.isEmpty()) {
      draft.say("leads.empty", Map.of());
      return;
    }
    List<String> lines = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    lines.add(draft.text("pipeline", Map.of("n", String.valueOf(cards.size()))));
    for (Stage stage : Stage.values()) {
      List<Card> there = at(cards, stage);
      if (!there.isEmpty()) {
        lines.add(line(stage, there));
        buttons.add(new Button(count(stage, there.size()), Buttons.data(AT, stage.id())));
      }
    }
    draft.reply(new Reply("pipeline", String.join("\n", lines), null, null, buttons));
  }

  private void team(Map<String, List<Card>> team) {
    List<String> lines = new ArrayList<>();
    int all = team.values().stream().mapToInt(cards -> living(cards).size()).sum();
    lines.add(draft.text("pipeline.team", Map.of("n", String.valueOf(all))));
    team.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(rep -> lines.add(rep(rep.getKey(), living(rep.getValue()))));
    draft.reply(new Reply("pipeline.team", String.join("\n", lines), null, null, List.of()));
  }

  private String rep(String id, List<Card> cards) {
    List<String> counts =
        Arrays.stream(Stage.values())
            .filter(stage -> !at(cards, stage).isEmpty())
            .map(stage -> count(stage, at(cards, stage).size()))
            .toList();
    return draft.text(
        "pipeline.rep",
        Map.of(
            "rep", draft.in().snapshot().names().getOrDefault(id, id),
            "n", String.valueOf(cards.size()),
            "stages", String.join(draft.text("list.comma", Map.of()), counts)));
  }

  private String line(Stage stage, List<Card> there) {
    List<String> names = there.stream().limit(NAMES).map(leads::title).toList();
    String joined = String.join(draft.text("list.comma", Map.of()), names);
    String shown = there.size() > NAMES ? joined + draft.text("list.andMore", Map.of()) : joined;
    return draft.text(
        "pipeline.line",
        Map.of("stage", view.name(stage), "n", String.valueOf(there.size()), "names", shown));
  }

  private String count(Stage stage, int n) {
    return draft.text("pipeline.count", Map.of("stage", view.name(stage), "n", String.valueOf(n)));
  }

  private static List<Card> at(List<Card> cards, Stage stage) {
    return cards.stream().filter(card -> card.stage().equals(stage.id())).toList();
  }

  private static List<Card> living(List<Card> cards) {
    return cards.stream().filter(card -> !card.archived()).toList();
  }
}
