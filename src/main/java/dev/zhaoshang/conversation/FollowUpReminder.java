package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Preferences;

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
    if (Preferences.of(draft.own()).silent()) {
      return true;
    }
    FollowUpView view = new FollowUpView(draft);
    boolean given = one.from() != null && one.at().isAfter(draft.in().now());
    boolean meets = one.isAppointment() && draft.in().now().isBefore(one.at());
    String due = meets ? "appointment.due" : late ? "followup.late" : "followup.due";
    String id = given ? "followup.given" : due;
    view.say(id, one, one.note(), view.buttons(one));
    return true;
  }
}
