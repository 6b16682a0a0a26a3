package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.TeamGroup;
import dev.zhaoshang.domain.Update;
import java.util.List;
import java.util.Map;

/** A superior has the day of the team posted to the team's group, by a command from there. */
final class TeamGroupFlow implements Flow {

  private final Draft draft;

  TeamGroupFlow(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    switch (command) {
      case TEAM_GROUP -> set();
      case TEAM_GROUP_END -> end();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void set() {
    Update from = draft.in().entry().body();
    if (!from.isInGroup()) {
      draft.say("group.where", Map.of());
      return;
    }
    draft.put(own(), new TeamGroup(from.channel(), from.chat()));
    draft.say("group.set", Map.of());
  }

  private void end() {
    List<String> ids = draft.own().all(TeamGroup.class).stream().map(TeamGroup::id).toList();
    draft.change(own(), List.of(), ids);
    draft.say("group.ended", Map.of());
  }

  private String own() {
    return Ledger.ofRep(draft.in().session().rep());
  }
}
