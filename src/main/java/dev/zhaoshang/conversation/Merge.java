package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import java.util.HashMap;
import java.util.Map;

/** What a distributor takes over from another that is the same one. */
final class Merge {

  private Merge() {}

  /** The facts of {@code taken} that win over those of {@code kept}: the newer confirmed value. */
  static Map<String, Fact> facts(Distributor kept, Distributor taken) {
    Map<String, Fact> wins = new HashMap<>();
    taken
        .fields()
        .forEach(
            (field, fact) -> {
              Fact old = kept.fields().get(field);
              if (old == null
                  || (isKnown(fact) && (!isKnown(old) || fact.at().isAfter(old.at())))) {
                wins.put(field, fact);
              }
            });
    return wins;
  }

  private static boolean isKnown(Fact fact) {
    return fact.state() == FactState.KNOWN && fact.value() != null;
  }
}
