package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.content.Objection;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Wilson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which objections come how often and which answers work: for the rep, and for a team. */
final class InsightsFlow implements Flow {

  private final Draft draft;

  InsightsFlow(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.INSIGHTS) {
      return false;
    }
    List<String> blocks = new ArrayList<>();
    block("insights.own", List.of(draft.in().session().rep())).ifPresent(blocks::add);
    Snapshot known = draft.in().snapshot();
    List<String> team =
        Access.below(known.speaker(), known.people()).stream().map(Person::id).toList();
    if (!team.isEmpty()) {
      team.forEach(rep -> draft.audit("see", rep));
      block("insights.team", team).ifPresent(blocks::add);
    }
    if (blocks.isEmpty()) {
      draft.say("insights.none", Map.of());
    } else {
      draft.say("insights", Map.of("text", String.join("\n\n", blocks)));
    }
    return true;
  }

  private Optional<String> block(String title, List<String> reps) {
    List<CardTally> tallies =
        reps.stream()
            .flatMap(rep -> draft.ledger(CardTally.ledger(rep)).all(CardTally.class).stream())
            .toList();
    List<String> lines = new ArrayList<>();
    draft.content().cards().stream()
        .sorted(Comparator.comparingInt(card -> -raised(of(tallies, card.id()))))
        .forEach(card -> line(card, of(tallies, card.id())).ifPresent(lines::add));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    lines.add(0, draft.text(title, Map.of("n", String.valueOf(reps.size()))));
    return Optional.of(String.join("\n", lines));
  }

  private Optional<String> line(Objection card, List<CardTally> tallies) {
    int raised = raised(tallies);
    if (raised == 0) {
      return Optional.empty();
    }
    String title = card.title().in(draft.language());
    int rated = sum(tallies);
    if (rated == 0) {
      return Optional.of(
          draft.text("insights.unrated", Map.of("title", title, "raised", String.valueOf(raised))));
    }
    int won = won(tallies);
    Wilson interval = Wilson.of(won, rated);
    return Optional.of(
        draft.text(
            "insights.line",
            Map.of(
                "title", title,
                "raised", String.valueOf(raised),
                "won", String.valueOf(won),
                "rated", String.valueOf(rated),
                "rate", percent((double) won / rated),
                "low", percent(interval.low()),
                "high", percent(interval.high()),
                "best", best(card, tallies))));
  }

  /** The sentence with the best lower bound, of those that ever worked; empty when none did. */
  private String best(Objection card, List<CardTally> tallies) {
    return card.answers().stream()
        .filter(answer -> won(of(answer, tallies)) > 0)
        .max(Comparator.comparingDouble(answer -> low(of(answer, tallies))))
        .map(answer -> answer.say().in(draft.language()))
        .map(say -> draft.text("insights.best", Map.of("best", say)))
        .orElse("");
  }

  private static List<CardTally> of(Objection.Answer answer, List<CardTally> tallies) {
    return tallies.stream().filter(tally -> tally.variant().equals(answer.id())).toList();
  }

  private static List<CardTally> of(List<CardTally> tallies, String objection) {
    return tallies.stream().filter(tally -> tally.objection().equals(objection)).toList();
  }

  private static double low(List<CardTally> tallies) {
    return Wilson.of(won(tallies), sum(tallies)).low();
  }

  private static int won(List<CardTally> tallies) {
    return tallies.stream().mapToInt(CardTally::won).sum();
  }

  private static int raised(List<CardTally> tallies) {
    return tallies.stream().mapToInt(CardTally::raised).sum();
  }

  private static int sum(List<CardTally> tallies) {
    return tallies.stream().mapToInt(CardTally::rated).sum();
  }

  private static String percent(double share) {
    return Math.round(share * 100) + "%";
  }
}
