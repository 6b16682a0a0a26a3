package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.WantedRegions.Wanted;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Territory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Registers the regions of those who work them; what somebody else holds stays as it is. */
final class RegionRegister {

  private final Draft draft;

  RegionRegister(Draft draft) {
    this.draft = draft;
  }

  /**
   * What becomes of some regions.
   *
   * @param own those that are registered for the distributor
   * @param others registrations that stand in the way of the rest
   */
  record Registered(List<Territory> own, List<Territory> others) {}

  /** What would become of a distributor's regions; their ledgers have to be loaded. */
  Registered look(Distributor distributor, String product, @Nullable LocalDate until) {
    Territory.Asking asking = new Pricing(draft).asking(distributor);
    List<Territory> all = new ArrayList<>();
    Set<Territory> others = new LinkedHashSet<>();
    for (Wanted region : WantedRegions.of(distributor)) {
      Territory own = territory(distributor, region, product, until);
      List<Territory> standing = standing(own, asking);
      others.addAll(standing);
      if (standing.isEmpty()) {
        all.add(own);
      }
    }
    return new Registered(all, List.copyOf(others));
  }

  /** Registers a distributor's regions; the register and their ledgers have to be loaded. */
  Registered register(Distributor distributor, String product, @Nullable LocalDate until) {
    Registered registered = look(distributor, product, until);
    registered.own().forEach(this::put);
    return registered;
  }

  private Territory territory(
      Distributor distributor, Wanted region, String product, @Nullable LocalDate until) {
    return new Territory(
        Territory.id(region.code(), product),
        region.code(),
        region.words(),
        product,
        agent(distributor),
        until,
        distributor.id(),
        draft.turn(),
        null,
        null);
  }

  private String agent(Distributor distributor) {
    return Stream.of("company", "name")
        .flatMap(field -> distributor.text(field).stream())
        .findFirst()
        .orElseGet(() -> new Phrases(draft.content(), draft.language()).title(distributor));
  }

  /** What stays as it is: somebody else's, and what a superior registered, in whose name ever. */
  private List<Territory> standing(Territory own, Territory.Asking asking) {
    return Territory.ledgers(own.region()).stream()
        .flatMap(ledger -> draft.ledger(ledger).all(Territory.class).stream())
        .distinct()
        .filter(old -> old.product().equals(own.product()) && old.touches(own.region()))
        .filter(
            old ->
                old.bars(asking)
                    || (old.id().equals(own.id())
                        && old.distributor() == null
                        && old.isHeld(asking.today())))
        .toList();
  }

  private void put(Territory territory) {
    Ledger register = draft.ledger(TerritoryFlow.REGISTER);
    List<Territory> around =
        register.all(Territory.class).stream()
            .filter(one -> one.touches(territory.region()))
            .toList();
    Territory known =
        territory.over(register.find(Territory.class, territory.id()).orElse(null)).beside(around);
    draft.put(TerritoryFlow.REGISTER, known);
    Territory.ledgers(territory.region()).forEach(ledger -> draft.put(ledger, known));
  }
}
