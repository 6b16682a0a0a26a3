package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.FollowUp.State;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import java.util.List;
import java.util.Map;

/** Hands something to do over to a colleague. */
final class FollowUpHandOver {

  private final Draft draft;
  private final FollowUpView view;

  FollowUpHandOver(Draft draft, FollowUpView view) {
    this.draft = draft;
    this.view = view;
  }

  /** Hands it over to whom the words name; says so when they name nobody. */
  void to(String who, FollowUp one) {
    String me = draft.in().session().rep();
    List<Person> fits =
        draft.in().snapshot().people().stream()
            .filter(person -> person.active() && !person.id().equals(me))
            .filter(person -> person.id().equals(who) || person.name().equalsIgnoreCase(who))
            .toList();
    if (fits.size() != 1) {
      draft.say("followup.nobody", Map.of("who", who));
      return;
    }
    Person colleague = fits.get(0);
    Person speaker = draft.in().snapshot().speaker();
    FollowUp theirs =
        one.handedOver(me, view.what(one), draft.in().now())
            .because(speaker == null ? me : speaker.name());
    draft.put(Ledger.ofRep(colleague.id()), theirs);
    FollowUp mine = one.ended(State.HANDED_OVER, colleague.name());
    draft.put(draft.own().id(), mine);
    draft.say(
        "followup.handed",
        Map.of("who", colleague.name(), "what", view.what(mine), "when", view.when(mine)),
        view.undo());
  }
}
