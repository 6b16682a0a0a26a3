package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.LedgerEntry;
import java.util.Map;

/** Reminds the rep of something to do when its time has come; once, with the ways to answer it. */
final class FollowUpReminder implements Flow {

  private final Draft draft;

  FollowUpReminder(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean due(LedgerEntry entry, boolean late) {
    if (!(entry instanceof FollowUp one)) {
      return false;
    }
    draft.put(draft.own().id(), one.remindedAt(null));
    FollowUpView view = new FollowUpView(draft);
    String id = late ? "followup.late" : "followup.due";
    draft.say(id, Map.of("what", view.what(one), "when", view.when(one)), view.buttons(one));
    return true;
  }
}
