package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.ContractTerms.Flaw;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.PriceLock;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Territory;
import dev.zhaoshang.domain.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of a contract (domain, second visit): no check of others, a protected
 * region, no payment date, no targets, no performance terms, no product. There is no way round it;
 * what is smaller than a contract is offered instead.
 */
final class ContractGate {

  /** Id of the form of the terms, and of the checklist that asks for the same. */
  static final String FORM = "contract";

  static final String CHECKLIST = "secondVisitRequire";

  /** Commands that a contract may come or go by. */
  private static final Set<Command> DECIDING =
      Set.of(Command.FORM, Command.DROP, Command.RESTORE, Command.CONTRACT_OFF);

  private final Draft draft;
  private final Stages stages;
  private final StageView view;
  private final ContractTerms terms;

  ContractGate(Draft draft) {
    this.draft = draft;
    this.stages = new Stages(draft);
    this.view = new StageView(draft);
    this.terms = new ContractTerms(draft);
  }

  /** Ids of the ledgers that tell who works the regions, for turns that sign or end a contract. */
  static List<String> ledgers(
      Session session, Update update, @Nullable Meaning meaning, @Nullable Distributor current) {
    String button = Objects.requireNonNullElse(update.button(), "");
    String subject = Objects.requireNonNullElse(session.position().subject(), "");
    boolean signs =
        button.startsWith(StageView.REACHED + ":")
            || button.equals(Buttons.data(Buttons.COMMAND, "restore"));
    boolean ends = button.startsWith(StageFlow.DROP + ":") || subject.startsWith(StageFlow.DROP);
    boolean told =
        meaning != null && meaning.command() != null && DECIDING.contains(meaning.command());
    return signs || ends || told
        ? Stream.concat(Stream.of(TerritoryFlow.REGISTER), Pricing.territories(current).stream())
            .toList()
        : List.of();
  }

  /** Says that others have to be asked first; false when they were. */
  boolean lacksBackground(Distributor current) {
    boolean lacks = !stages.reached(current).contains(Stage.BACKGROUND_CHECKED);
    if (lacks) {
      String missing = stages.missing(current, Stage.BACKGROUND_CHECKED);
      draft.say("gate.background", Map.of("missing", missing), view.list("backgroundCheck"));
    }
    return lacks;
  }

  /** Says that somebody else's region is asked for; false when it is free. */
  boolean isTaken(Distributor current) {
    Optional<Territory> taken = new Pricing(draft).lock().map(PriceLock::territory);
    taken.ifPresent(
        territory -> {
          String until =
              territory.protectedUntil() == null
                  ? ""
                  : draft.text("lock.until", Map.of("date", territory.protectedUntil().toString()));
          draft.say(
              "gate.territory",
              Map.of(
                  "region", territory.words(),
                  "agent", String.valueOf(territory.agent()),
                  "until", until),
              view.reached(current, Stage.SECOND_TIER));
        });
    return taken.isPresent();
  }

  /** Says that it is not told for which product, or where; false when it is. */
  boolean lacksOffer(Distributor current) {
    boolean product = new Pricing(draft).product().isPresent();
    boolean region = !Pricing.regions(current).isEmpty();
    if (product && region) {
      return false;
    }
    draft.say(
        product ? "gate.region" : "gate.product",
        Map.of("products", new Pricing(draft).names()),
        view.reached(current, Stage.CONTRACTED),
        view.reached(current, Stage.TRIAL));
    return true;
  }

  /** Says which terms are missing, or none at all; false when all are there. */
  boolean lacksTerms(Distributor current) {
    String missing = stages.missing(current, Stage.CONTRACTED);
    List<Flaw> flaws = missing.isEmpty() ? terms.flaws(current) : List.of();
    if (missing.isEmpty() && flaws.isEmpty()) {
      return false;
    }
    List<Button> buttons = new ArrayList<>();
    if (draft.content().form(FORM).isPresent()) {
      buttons.add(
          new Button(draft.text("button.contract", Map.of()), Buttons.data(FormFlow.BEGIN, FORM)));
    }
    buttons.add(view.list(CHECKLIST));
    buttons.add(view.reached(current, Stage.SECOND_TIER));
    buttons.add(view.reached(current, Stage.TRIAL));
    boolean undated = flaws.stream().map(Flaw::reply).toList().equals(List.of("term.undated"));
    draft.say(
        !missing.isEmpty() ? "gate.contract" : undated ? "gate.payment" : "gate.terms",
        Map.of(
            "missing",
            missing,
            "words",
            flaws.isEmpty() ? "" : flaws.get(0).words(),
            "flaws",
            flaws.stream().map(terms::line).collect(Collectors.joining("\n"))),
        buttons.toArray(Button[]::new));
    return true;
  }
}
