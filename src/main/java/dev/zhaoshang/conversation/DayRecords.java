package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Value;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the records of a day say already, so that the rep need only nod. */
final class DayRecords {

  private DayRecords() {}

  /** Facts of the check-in that the rep has to confirm. */
  static Map<String, Fact> assumed(Draft draft, LocalDate date) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    int calls = calls(draft, date);
    if (calls > 0) {
      facts.put("callsToday", count(draft, calls));
    }
    return facts;
  }

  private static Fact count(Draft draft, int n) {
    return new Fact(
        new Value.Count(n), "", List.of(), FactState.ASSUMED, draft.turn(), draft.in().now(), 0.5);
  }

  /** Distributors of whom something was told that day. */
  private static int calls(Draft draft, LocalDate date) {
    Rhythm rhythm = Rhythm.of(draft.own());
    return (int)
        draft.in().snapshot().distributors().values().stream()
            .filter(distributor -> distributor.owner().equals(draft.in().session().rep()))
            .filter(distributor -> toldOn(distributor, date, rhythm))
            .count();
  }

  private static boolean toldOn(Distributor distributor, LocalDate date, Rhythm rhythm) {
    return distributor.history().stream().anyMatch(h -> rhythm.date(h.at()).equals(date));
  }
}
