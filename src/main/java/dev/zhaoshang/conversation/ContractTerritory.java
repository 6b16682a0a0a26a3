package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Offer;
import dev.zhaoshang.conversation.RegionRegister.Registered;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Territory;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeReading;
import dev.zhaoshang.understanding.time.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    boolean nowhere = WantedRegions.of(current).isEmpty();
    if (product.isEmpty() || nowhere) {
      draft.say(
          nowhere ? "contract.region" : "contract.product",
          Map.of(),
          new StageView(draft).reached(current, Stage.CONTRACTED));
      return;
    }
    LocalDate until = until(current);
    if (until != null && until.isBefore(draft.rhythm().date(draft.in().now()))) {
      draft.say("contract.lapsed", Map.of("date", until.toString()));
      return;
    }
    Registered registered = new RegionRegister(draft).register(current, product.get().id(), until);
    List<Territory> all = registered.own();
    if (!all.isEmpty()) {
      draft.say(
          until == null ? "contract.registered.undated" : "contract.registered",
          Map.of("list", new TerritoryView(draft).lines(all)),
          new RemarkView(draft).undo());
    }
    if (!registered.others().isEmpty()) {
      draft.say(
          "contract.registered.not",
          Map.of("list", new TerritoryView(draft).lines(registered.others())));
    }
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
