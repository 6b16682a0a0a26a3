package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Paper;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Tick;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.domain.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written after a visit: its record card, and the report on the market. Each is a form
 * about the visit; what was told during it is not asked again.
 */
final class VisitCardFlow implements Flow {

  /** Id of the form of the record card. */
  static final String CARD = "visitCard";

  /** Id of the form of the report. */
  static final String REPORT = "marketReport";

  /** The field of the card that tells what is done next. */
  private static final String NEXT = "visitNext";

  /** Fields of the report by the points, of a visit to an existing customer, that answer them. */
  private static final Map<String, String> TOLD =
      Map.of("sales", "reportSales", "market", "reportMarket", "problems", "reportProblems");

  private final Draft draft;
  private final Asking asking;

  VisitCardFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.VISIT_OVER && command != Command.MARKET_REPORT) {
      return false;
    }
    Distributor current = draft.current();
    Optional<Visit> visit =
        current == null
            ? Optional.empty()
            : Visit.last(draft.ledger(Ledger.ofDistributor(current.id())));
    String form = command == Command.VISIT_OVER ? CARD : REPORT;
    if (current == null) {
      draft.say("nobody", Map.of());
    } else if (visit.isEmpty() || draft.content().form(form).isEmpty()) {
      draft.say("visitcard.none", Map.of("title", title(current)));
    } else {
      begin(form, current, visit.get());
    }
    return true;
  }

  private void begin(String form, Distributor current, Visit visit) {
    String ledger = Ledger.ofDistributor(current.id());
    if (form.equals(REPORT)) {
      Map<String, Fact> facts = new HashMap<>(told(ledger, visit));
      facts.putAll(visit.fields());
      draft.put(ledger, visit.with(facts));
    }
    draft.open(form, new Ledger.Key(ledger, visit.id()));
    asking.advance(null);
    if (asking.pending().isEmpty()) {
      filled(draft.form());
    } else {
      draft.say(
          form.equals(CARD) ? "visitcard.ask" : "report.ask", Map.of("title", title(current)));
    }
  }

  private Map<String, Fact> told(String ledger, Visit visit) {
    Map<String, Fact> facts = new HashMap<>();
    for (Tick tick : draft.ledger(ledger).all(Tick.class)) {
      String field = TOLD.get(tick.item());
      boolean ofVisit =
          tick.checklist().equals("existingVisitDiscuss")
              && tick.occasion().equals(visit.date().toString());
      if (field != null && ofVisit && !tick.note().isEmpty()) {
        facts.put(
            field,
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
    return facts;
  }

  @Override
  public boolean filled(Form form) {
    Ledger.Key about = draft.position().about();
    Distributor current = draft.current();
    boolean ours = form.id().equals(CARD) || form.id().equals(REPORT);
    Optional<Visit> visit =
        !ours || about == null
            ? Optional.empty()
            : draft.ledger(about.ledger()).find(Visit.class, about.entry());
    if (visit.isEmpty() || about == null || current == null) {
      return false;
    }
    draft.move(Signal.leave(), null, null);
    boolean card = form.id().equals(CARD);
    VisitPaper papers = new VisitPaper(draft, current, visit.get());
    Paper paper = card ? papers.card(form) : papers.report(form);
    if (card) {
      draft.put(about.ledger(), visit.get().done(draft.in().now()));
    }
    Button next =
        card
            ? command("button.report", "market_report")
            : command("button.visitcard", "visit_over");
    draft.reply(
        new Reply(card ? "visitcard" : "report", paper.markdown(), null, null, List.of(next))
            .with(paper));
    if (card) {
      visit.get().text(NEXT).ifPresent(step -> new Promises(draft).ofVisit(visit.get().id(), step));
    }
    return true;
  }

  private Button command(String label, String command) {
    return new Button(draft.text(label, Map.of()), Buttons.data(Buttons.COMMAND, command));
  }

  private String title(Distributor current) {
    return new Phrases(draft.content(), draft.language()).title(current);
  }
}
