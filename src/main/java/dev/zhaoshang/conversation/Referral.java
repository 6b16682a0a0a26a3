package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Update.About;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reply to an earlier question goes to that question's distributor and fields. */
final class Referral {

  private final Draft draft;
  private final Asking asking;

  Referral(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /** Records what the text tells, if it replies to another question than the pending one. */
  boolean take(Meaning meaning) {
    @Nullable About about = draft.in().entry().body().about();
    List<Found> told = meaning.fields().stream().filter(f -> f.value() != null).toList();
    if (about == null || told.isEmpty() || isPending(about)) {
      return false;
    }
    @Nullable Distributor meant = draft.find(about.distributor());
    String rep = draft.in().session().rep();
    if (meant == null || !meant.owner().equals(rep) || meant.mergedInto() != null) {
      return false;
    }
    if (meant.id().equals(draft.distributor())) {
      IntakeFlow.Recorded recorded = new IntakeFlow(draft, asking).take(told, Intent.CORRECT);
      draft.say("referred", Map.of("text", TextTurn.line(draft, recorded, Intent.CORRECT)));
    } else {
      elsewhere(meant, told);
    }
    return true;
  }

  /** Where the rep is, with another distributor, does not change. */
  private void elsewhere(Distributor meant, List<Found> told) {
    Map<String, Fact> set = new LinkedHashMap<>();
    told.forEach(found -> set.put(found.field(), fact(found)));
    draft.set(meant.id(), set, List.of());
    @Nullable String current = draft.distributor();
    draft.turnTo(meant.id());
    String line =
        TextTurn.line(draft, new IntakeFlow.Recorded(told, meant.fields()), Intent.CORRECT);
    String title = new Phrases(draft.content(), draft.language()).title(meant);
    draft.say("referred", Map.of("text", title + "\n" + line));
    if (current == null) {
      draft.turnTo(null);
    } else {
      draft.turnTo(current);
    }
  }

  private Fact fact(Found found) {
    return new Fact(
        found.value(),
        found.words(),
        found.codes(),
        FactState.KNOWN,
        draft.turn(),
        draft.in().now(),
        found.confidence());
  }

  private boolean isPending(About about) {
    return about.distributor().equals(draft.distributor()) && about.asked().equals(draft.asked());
  }
}
