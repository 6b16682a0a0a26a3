package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Compliance;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.understanding.compliance.ComplianceReader;
import dev.zhaoshang.understanding.compliance.ComplianceReader.Hit;
import dev.zhaoshang.understanding.followup.FollowUpReader;
import dev.zhaoshang.understanding.followup.ToDo;
import dev.zhaoshang.understanding.time.When;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps what a rep has to do or has promised, in any state, and lists it. */
final class FollowUpFlow implements Flow {

  private static final FollowUpReader READER = FollowUpReader.load();

  /** Distributors that a turn begins have the ids below. */
  private static final int FIRST_ID = 100;

  private final Draft draft;
  private final Rhythm rhythm;
  private final FollowUpView view;

  FollowUpFlow(Draft draft) {
    this.draft = draft;
    this.rhythm = draft.rhythm();
    this.view = new FollowUpView(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    String subject = Objects.requireNonNullElse(draft.position().subject(), "");
    boolean moving =
        draft.position().state().equals(States.MOVING)
            && draft.own().find(FollowUp.class, subject).isPresent();
    if (command == Command.TODO) {
      view.list();
      return true;
    }
    if (command != Command.FOLLOW_UP || moving) {
      return false;
    }
    String text = draft.in().entry().body().text();
    List<String> each = READER.each(text, draft.in().now().atZone(rhythm.zone()));
    for (int i = 0; i < each.size(); i++) {
      keep(each.get(i), FIRST_ID + i);
    }
    if (each.isEmpty()) {
      keep(text, FIRST_ID);
    }
    return true;
  }

  private void keep(String text, int number) {
    String once = READER.once(text);
    boolean repeats = !once.equals(text);
    Optional<ToDo> told = READER.read(once, draft.in().now().atZone(rhythm.zone()));
    if (told.isEmpty()) {
      draft.say(repeats ? "followup.repeating" : "followup.what", Map.of());
      return;
    }
    Optional<When> when = told.get().times().first();
    if (when.isEmpty() && told.get().times().problem().isPresent()) {
      draft.say(told.get().times().problem().get().reply(), Map.of());
      return;
    }
    FollowUpTime time =
        when.map(w -> FollowUpTime.of(w, new Routines(draft).planner(), draft.in().now()))
            .orElseGet(this::nextWorkday);
    FollowUp kept =
        time.open(
            Ids.of(draft.turn(), number),
            About.of(draft, text).distributor(),
            told.get().what(),
            rhythm.zone().getId(),
            told.get().promised());
    List<Hit> hits =
        new ComplianceReader(draft.content().compliance())
            .read(text).stream()
                .filter(hit -> hit.rule().kind() != Compliance.Kind.SAFETY)
                .toList();
    if (!hits.isEmpty()) {
      hold(kept, hits.get(0));
      return;
    }
    draft.put(draft.own().id(), kept);
    if (repeats) {
      view.say("followup.kept.once", kept, "", view.undo());
      return;
    }
    String id = told.get().promised() ? "promise.kept" : "followup.kept";
    if (when.isEmpty()) {
      Button other = view.button("button.move", FollowUpView.MOVE, kept);
      view.say(id + ".assumed", kept, "", other, view.undo());
    } else {
      view.say(id, kept, "", view.undo());
    }
  }

  /** What is against a rule, which {@link ComplianceWatch} cites, is kept only when told to. */
  private void hold(FollowUp promise, Hit hit) {
    FollowUp held =
        promise.in(FollowUp.State.HELD).because(hit.rule().title().in(draft.language()));
    draft.put(draft.own().id(), held);
    draft.say(
        "promise.against",
        Map.of("what", view.what(held)),
        view.button("button.let", FollowUpView.DROP, held),
        view.button("button.keep", FollowUpView.KEEP, held));
  }

  private FollowUpTime nextWorkday() {
    LocalDate tomorrow = draft.in().now().atZone(rhythm.zone()).toLocalDate().plusDays(1);
    LocalDate day = new Routines(draft).workedFrom(tomorrow);
    return FollowUpTime.onDay(day, false, new Routines(draft).planner(), draft.in().now());
  }
}
