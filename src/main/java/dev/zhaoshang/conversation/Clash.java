package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.PriceLock;
import dev.zhaoshang.domain.Territory;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says that a wanted region has an agent, in the turn in which region and product become known. */
final class Clash {

  private static final Set<String> TELLING = Set.of("wantedRegions", "targetProduct");

  private final Draft draft;

  Clash(Draft draft) {
    this.draft = draft;
  }

  /** Ids of the ledgers that a turn needs in which a region or a product is told. */
  static Set<String> ledgers(@Nullable Meaning meaning, @Nullable Distributor current) {
    Set<String> ids = new LinkedHashSet<>();
    List<Found> told = meaning == null ? List.of() : meaning.fields();
    for (Found found : told) {
      if (TELLING.contains(found.field())) {
        WantedRegions.of(found.value(), found.codes())
            .forEach(region -> ids.addAll(Territory.ledgers(region.code())));
        ids.addAll(Pricing.territories(current));
      }
    }
    return ids;
  }

  /** Warns when what was told clashes with a territory; silent otherwise. */
  void warn(List<Found> told) {
    Pricing pricing = new Pricing(draft);
    boolean news = told.stream().anyMatch(found -> TELLING.contains(found.field()));
    if (!news || pricing.product().isEmpty()) {
      return;
    }
    pricing
        .lock()
        .map(PriceLock::territory)
        .ifPresent(
            taken -> {
              LocalDate until = taken.protectedUntil();
              draft.say(
                  "territory.clash",
                  Map.of(
                      "region", taken.words(),
                      "agent", String.valueOf(taken.agent()),
                      "until",
                          until == null
                              ? ""
                              : draft.text("lock.until", Map.of("date", until.toString()))));
            });
  }
}
