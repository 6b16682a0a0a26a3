package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Offer;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Territory;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeReading;
import dev.zhaoshang.understanding.time.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The regions of a signed contract: they are registered with it, so that whoever talks of them
 * later is warned, and released when it is no more.
 */
final class ContractTerritory {

  /** The field of the contract that tells how long its region is protected. */
  private static final String UNTIL = "protectedUntil";

  private final Draft draft;

  ContractTerritory(Draft draft) {
    this.draft = draft;
  }

  /** Registers the regions of the current distributor's contract, or says what is not known. */
  void register(Distributor current) {
    Optional<Offer.Product> product = new Pricing(draft).product();
    List<String> codes = codes(current);
    if (product.isEmpty() || codes.isEmpty()) {
      draft.say(
          codes.isEmpty() ? "contract.region" : "contract.product",
          Map.of(),
          new StageView(draft).reached(current, Stage.CONTRACTED));
      return;
    }
    LocalDate until = until(current);
    Territory.Asking asking = new Pricing(draft).asking(current);
    if (until != null && until.isBefore(asking.today())) {
      draft.say("contract.lapsed", Map.of("date", until.toString()));
      return;
    }
    List<Territory> all = new ArrayList<>();
    Set<Territory> others = new LinkedHashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      Territory own = territory(current, codes.get(i), i, product.get().id(), until);
      List<Territory> standing = standing(own, asking);
      others.addAll(standing);
      if (standing.isEmpty()) {
        all.add(own);
      }
    }
    all.forEach(this::put);
    if (!all.isEmpty()) {
      draft.say(
          until == null ? "contract.registered.undated" : "contract.registered",
          Map.of("list", new TerritoryView(draft).lines(all)),
          new RemarkView(draft).undo());
    }
    if (!others.isEmpty()) {
      draft.say(
          "contract.registered.not",
          Map.of("list", new TerritoryView(draft).lines(List.copyOf(others))));
    }
  }

  private static List<String> codes(Distributor current) {
    return current.fact("wantedRegions").map(Fact::codes).orElse(List.of());
  }

  private Territory territory(
      Distributor current, String code, int n, String product, @Nullable LocalDate until) {
    Value regions = current.fact("wantedRegions").map(Fact::value).orElse(null);
    List<String> words = regions instanceof Value.Items items ? items.raw() : List.of();
    return new Territory(
        Territory.id(code, product),
        code,
        words.size() == codes(current).size() ? words.get(n) : String.join(" ", words),
        product,
        agent(current),
        until,
        current.id(),
        draft.turn(),
        null,
        null);
  }

  private String agent(Distributor current) {
    return Stream.of("company", "name")
        .flatMap(field -> current.text(field).stream())
        .findFirst()
        .orElseGet(() -> new Phrases(draft.content(), draft.language()).title(current));
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

  /**
   * The last day that the contract tells, or as long from the day of signing as it tells; null for
   * neither.
   */
  private @Nullable LocalDate until(Distributor current) {
    Optional<Fact> told = current.fact(UNTIL);
    if (told.isEmpty()) {
      return null;
    }
    ZoneId zone = draft.rhythm().zone();
    String words = current.text(UNTIL).orElse("");
    TimeReading read = draft.in().times().read(words, told.get().at().atZone(zone), Facing.AHEAD);
    return read.first()
        .map(When::to)
        .or(
            () ->
                read.lengths().stream()
                    .filter(length -> !length.isOfClock())
                    .findFirst()
                    .map(
                        length ->
                            signed(current)
                                .atZone(zone)
                                .plus(length.amount(), length.unit())
                                .toLocalDate()))
        .orElse(null);
  }

  private Instant signed(Distributor current) {
    return draft
        .ledger(Ledger.ofDistributor(current.id()))
        .find(Milestone.class, Milestone.id(Stage.CONTRACTED))
        .map(Milestone::at)
        .orElseGet(() -> draft.in().now());
  }

  /** Releases what the distributor's contract had registered; the register has to be loaded. */
  void release(Distributor distributor) {
    List<Territory> all =
        draft.ledger(TerritoryFlow.REGISTER).all(Territory.class).stream()
            .filter(one -> distributor.id().equals(one.distributor()))
            .toList();
    for (Territory one : all) {
      draft.change(TerritoryFlow.REGISTER, List.of(), List.of(one.id()));
      Territory.ledgers(one.region())
          .forEach(ledger -> draft.change(ledger, List.of(), List.of(one.id())));
    }
    if (!all.isEmpty()) {
      draft.say("contract.released", Map.of("list", new TerritoryView(draft).lines(all)));
    }
  }
}
