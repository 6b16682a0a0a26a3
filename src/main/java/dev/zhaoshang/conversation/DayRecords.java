package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.domain.Visit;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    int visits = visits(draft, date);
    if (visits > 0) {
      facts.put("visitsToday", count(draft, visits));
    }
    return facts;
  }

  private static Fact count(Draft draft, int n) {
    return new Fact(
        new Value.Count(n), "", List.of(), FactState.ASSUMED, draft.turn(), draft.in().now(), 0.5);
  }

  /** Ids of the ledgers that tell of a day, for turns in which it is reported; else none. */
  static Set<String> ledgers(Update update, @Nullable Meaning meaning, Set<String> distributors) {
    boolean routine =
        update.kind() == Update.Kind.DUE
            && Set.of(Routine.Kind.CHECKIN.id(), Routine.Kind.AGAIN.id())
                .contains(update.key().entry());
    boolean asked =
        (meaning != null && meaning.command() == Command.CHECKIN)
            || Objects.equals(update.button(), Buttons.data(Buttons.COMMAND, "checkin"));
    return routine || asked
        ? distributors.stream().map(Ledger::ofDistributor).collect(Collectors.toSet())
        : Set.of();
  }

  /** Visits that the rep began that day. */
  private static int visits(Draft draft, LocalDate date) {
    return (int)
        draft.in().snapshot().ledgers().keySet().stream()
            .flatMap(id -> draft.ledger(id).all(Visit.class).stream())
            .filter(visit -> visit.rep().equals(draft.in().session().rep()))
            .filter(visit -> visit.date().equals(date))
            .count();
  }

  /** Distributors of whom something was told that day. */
  private static int calls(Draft draft, LocalDate date) {
    Rhythm rhythm = draft.rhythm();
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
