package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Offer;
import dev.zhaoshang.conversation.RegionRegister.Registered;
import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Customers of a list who buy already: nobody need ask others about them, so that they do is said
 * by a superior, who brought the list or confirms it. Their regions are registered like those of a
 * contract.
 */
final class ImportedCustomers {

  /** What the approval is of. */
  static final String SORT = "import";

  private final Draft draft;

  ImportedCustomers(Draft draft) {
    this.draft = draft;
  }

  /** What the superior decided of a rep's list: confirmed, its customers are existing ones. */
  void decided(Approval approval) {
    if (approval.state() != Approval.State.APPROVED) {
      return;
    }
    List<Distributor> customers =
        Stream.of(approval.about().split(" ", -1))
            .flatMap(id -> Optional.ofNullable(draft.find(id)).stream())
            .filter(one -> one.owner().equals(approval.from()))
            .filter(one -> !one.isErased() && one.mergedInto() == null && !one.fields().isEmpty())
            .toList();
    exist(customers);
  }

  /** Makes them existing customers, and says which regions are registered with them. */
  void exist(List<Distributor> customers) {
    List<Territory> own = new ArrayList<>();
    List<Territory> others = new ArrayList<>();
    for (Distributor customer : customers) {
      new Stages(draft).raise(customer, Stage.EXISTING);
      product(customer)
          .map(product -> new RegionRegister(draft).register(customer, product.id(), null))
          .ifPresent(
              registered -> {
                own.addAll(registered.own());
                others.addAll(registered.others());
              });
    }
    TerritoryView view = new TerritoryView(draft);
    if (!own.isEmpty()) {
      draft.say("import.registered", Map.of("list", view.lines(own)));
    }
    if (!others.isEmpty()) {
      draft.say("contract.registered.not", Map.of("list", view.lines(others)));
    }
  }

  /** Who stands in the way of the regions of a customer who is not on record yet. */
  List<Territory> clashes(Distributor customer) {
    return product(customer)
        .map(product -> new RegionRegister(draft).look(customer, product.id(), null))
        .map(Registered::others)
        .orElse(List.of());
  }

  /** Without a product on record none is registered, where there are several. */
  private Optional<Offer.Product> product(Distributor customer) {
    return draft.content().offer().product(customer.text("targetProduct").orElse(null));
  }
}
