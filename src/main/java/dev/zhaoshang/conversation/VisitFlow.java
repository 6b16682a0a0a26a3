package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Checklist;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Visit;
import dev.zhaoshang.domain.Visit.Sort;
import dev.zhaoshang.store.Distributors.Card;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a visit: the first, the second or that of an existing customer, each with its own lists. No
 * first visit begins before others were asked about the distributor.
 */
final class VisitFlow implements Flow {

  /** Ids of its lists: the one that is gone through first, and those that stand beside it. */
  static List<String> lists(Sort sort) {
    return switch (sort) {
      case FIRST -> List.of("firstVisitDiscuss", "firstVisitPrinciples", "firstVisitNotice");
      case SECOND ->
          List.of(
              "secondVisitMustSee",
              "secondVisitAim",
              "secondVisitRequire",
              "secondVisitInsist",
              "secondVisitTechniques");
      case EXISTING -> List.of("existingVisitDiscuss", "existingVisitMustSee");
    };
  }

  /**
   * What the lists of a visit are ticked for: a signed customer is visited again and again, so each
   * of those visits has lists of its own.
   */
  static String occasion(Visit visit) {
    return visit.sort() == Sort.EXISTING ? visit.date().toString() : "";
  }

  /** What a list is ticked for today, by the visit of the day. */
  static String occasion(Draft draft, Checklist list) {
    LocalDate today = draft.rhythm().date(draft.in().now());
    return Optional.ofNullable(draft.distributor())
        .flatMap(id -> draft.ledger(Ledger.ofDistributor(id)).find(Visit.class, Visit.id(today)))
        .filter(visit -> lists(visit.sort()).contains(list.id()))
        .map(VisitFlow::occasion)
        .orElse("");
  }

  private final Draft draft;
  private final Stages stages;
  private final StageView view;

  VisitFlow(Draft draft) {
    this.draft = draft;
    this.stages = new Stages(draft);
    this.view = new StageView(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.VISIT) {
      return false;
    }
    String words = Objects.requireNonNullElse(meaning.argument(), "").strip();
    if (!words.isEmpty()) {
      List<Card> named =
          draft.in().snapshot().portfolio().stream()
              .filter(card -> NameMatch.fits(words, card))
              .toList();
      if (named.size() != 1) {
        draft.say("visit.who", Map.of("words", words, "n", String.valueOf(named.size())));
        return true;
      }
      draft.turnTo(named.get(0).id());
    }
    Distributor current = draft.current();
    if (current == null || current.fields().isEmpty()) {
      draft.say("nobody", Map.of());
    } else {
      visit(current);
    }
    return true;
  }

  private void visit(Distributor current) {
    Set<Stage> reached = stages.reached(current);
    String title = new Phrases(draft.content(), draft.language()).title(current);
    if (reached.contains(Stage.DROPPED)) {
      draft.say(
          "visit.dropped",
          Map.of("title", title),
          new Button(
              draft.text("button.restore", Map.of()), Buttons.data(Buttons.COMMAND, "restore")));
      return;
    }
    Sort kind = kind(current, reached);
    if (kind == Sort.EXISTING || !new ContractGate(draft).lacksBackground(current)) {
      begin(current, kind, title);
    }
  }

  private Sort kind(Distributor current, Set<Stage> reached) {
    if (Stage.furthest(reached).isSigned()) {
      return Sort.EXISTING;
    }
    boolean before =
        draft
            .ledger(Ledger.ofDistributor(current.id()))
            .find(Milestone.class, Milestone.id(Stage.FIRST_VISIT))
            .filter(first -> first.state() == Milestone.State.REACHED)
            .map(first -> day(first.at()).isBefore(day(draft.in().now())))
            .orElse(false);
    return before ? Sort.SECOND : Sort.FIRST;
  }

  private LocalDate day(java.time.Instant at) {
    return at.atZone(draft.rhythm().zone()).toLocalDate();
  }

  private void begin(Distributor current, Sort kind, String title) {
    if (kind != Sort.EXISTING) {
      Stage stage = kind == Sort.FIRST ? Stage.FIRST_VISIT : Stage.SECOND_VISIT;
      stages.put(current.id(), stage, Milestone.State.REACHED, "");
    }
    String ledger = Ledger.ofDistributor(current.id());
    LocalDate today = day(draft.in().now());
    if (draft.ledger(ledger).find(Visit.class, Visit.id(today)).isEmpty()) {
      draft.put(ledger, Visit.begun(kind, today, draft.in().session().rep(), draft.in().now()));
    }
    new Appointments(draft).kept(current.id(), today);
    Button[] beside = lists(kind).stream().skip(1).map(view::list).toArray(Button[]::new);
    draft.say("visit." + kind.id(), Map.of("title", title), beside);
    String occasion = kind == Sort.EXISTING ? today.toString() : "";
    draft
        .content()
        .checklist(lists(kind).get(0))
        .ifPresent(list -> new ChecklistFlow(draft).open(list, occasion));
  }
}
