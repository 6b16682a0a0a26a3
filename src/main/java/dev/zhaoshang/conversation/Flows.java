package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import java.util.List;

/** The flows of a turn, in the order in which they are asked. */
final class Flows {

  private final List<Flow> flows;

  Flows(Draft draft, Asking asking) {
    this.flows =
        List.of(
            new PracticeFlow(draft),
            new PutOffFlow(draft, asking),
            new WrongCardFlow(draft),
            new CoachingFlow(draft),
            new ChecklistFlow(draft),
            new OutcomeFlow(draft),
            new RateFlow(draft),
            new ProfitFlow(draft),
            new InsightsFlow(draft),
            new BeforeCallFlow(draft, asking),
            new ClaimFlow(draft),
            new UncoveredFlow(draft),
            new SafetyFlow(draft),
            new StageFlow(draft),
            new AssessmentFlow(draft),
            new ContractFlow(draft),
            new FormFlow(draft, asking),
            new PipelineFlow(draft, asking),
            new TripFlow(draft),
            new PreferencesFlow(draft),
            new QuietTimes(draft),
            new LeaveFlow(draft),
            new VisitFlow(draft),
            new VisitPhoto(draft),
            new VisitCardFlow(draft, asking),
            new ContactFlow(draft, asking),
            new PerformanceFlow(draft),
            new PriceFlow(draft),
            new StrangerDebts(draft, asking),
            new ReceivableFlow(draft),
            new PaymentFlow(draft),
            new RemarkFlow(draft),
            new CheckinFlow(draft, asking),
            new AppointmentFlow(draft),
            new FollowUpFlow(draft),
            new FollowUpChanges(draft),
            new PeopleFlow(draft),
            new InviteFlow(draft),
            new EraseFlow(draft),
            new ExportFlow(draft),
            new ImportFlow(draft),
            new TerritoryFlow(draft),
            new PlaceFlow(draft, asking),
            new TeamFlow(draft),
            new TeamGroupFlow(draft),
            new DirectiveFlow(draft),
            new ApprovalFlow(draft),
            new SilenceFlow(draft),
            new BriefFlow(draft),
            new FollowUpReminder(draft));
  }

  /** Whether a flow acted on the command. */
  boolean command(Command command, Meaning meaning) {
    return flows.stream().anyMatch(flow -> flow.command(command, meaning));
  }

  /** Whether a flow acted on the button. */
  boolean button(String verb, List<String> arguments) {
    return flows.stream().anyMatch(flow -> flow.button(verb, arguments));
  }

  /** Whether a flow took up its form about that subject again. */
  boolean reopen(String subject) {
    return flows.stream().anyMatch(flow -> flow.reopen(subject));
  }

  /** Whether a flow said that the form was filled to its end. */
  boolean filled(Form form) {
    return flows.stream().anyMatch(flow -> flow.filled(form));
  }

  /** Whether a flow told of the entry that fell due. */
  boolean due(LedgerEntry entry, boolean late) {
    return flows.stream().anyMatch(flow -> flow.due(entry, late));
  }

  /** Whether a flow took the text. */
  boolean text(Meaning meaning) {
    return flows.stream().anyMatch(flow -> flow.text(meaning));
  }
}
