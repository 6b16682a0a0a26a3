package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Offer;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.PriceLock;
import dev.zhaoshang.domain.Territory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which product the current distributor is about, and whether its rate may be quoted. */
final class Pricing {

  private final Draft draft;

  Pricing(Draft draft) {
    this.draft = draft;
  }

  /** Ids of the ledgers that tell who works the regions that a distributor wants. */
  static List<String> territories(@Nullable Distributor distributor) {
    return regions(distributor).stream()
        .flatMap(region -> Territory.ledgers(region).stream())
        .distinct()
        .toList();
  }

  /** Codes of the regions that a distributor wants. */
  static List<String> regions(@Nullable Distributor distributor) {
    return WantedRegions.of(distributor).stream().map(WantedRegions.Wanted::code).toList();
  }

  /** The product that the current distributor is interested in; empty when there is no telling. */
  Optional<Offer.Product> product() {
    Distributor current = draft.current();
    String wanted = current == null ? null : current.text("targetProduct").orElse(null);
    return draft.content().offer().product(wanted);
  }

  /** The names of what we sell. */
  String names() {
    return draft.content().offer().products().stream()
        .map(one -> one.name().in(draft.language()))
        .collect(Collectors.joining(draft.text("list.comma", Map.of())));
  }

  /** Why rate and supply price must not be quoted now; empty when they may. */
  Optional<PriceLock> lock() {
    Distributor current = draft.current();
    if (current == null) {
      return Optional.of(new PriceLock(PriceLock.Reason.NO_REGION, null));
    }
    List<Territory> territories =
        territories(current).stream()
            .flatMap(id -> draft.ledger(id).all(Territory.class).stream())
            .distinct()
            .toList();
    PriceLock.Reason doubt =
        PriceLock.doubt(draft.ledger(Ledger.ofDistributor(current.id())), current);
    String product = product().map(Offer.Product::id).orElse(null);
    return PriceLock.on(regions(current), territories, product, asking(current), doubt);
  }

  /** The distributor as one who asks for regions today. */
  Territory.Asking asking(Distributor distributor) {
    List<String> names =
        Stream.of("name", "company").flatMap(field -> distributor.text(field).stream()).toList();
    return new Territory.Asking(distributor.id(), names, draft.rhythm().date(draft.in().now()));
  }

  /** Says why the rate is locked and what to say instead, in two lines. */
  String explain(PriceLock lock) {
    String reason = camel(lock.reason().name());
    Territory taken = lock.territory();
    String agent = taken == null ? "" : String.valueOf(taken.agent());
    String until =
        taken == null || taken.protectedUntil() == null
            ? ""
            : draft.text("lock.until", Map.of("date", taken.protectedUntil().toString()));
    Map<String, String> values =
        Map.of("region", taken == null ? "" : taken.words(), "agent", agent, "until", until);
    return draft.text("lock." + reason, values)
        + "\n"
        + draft.text("lock.say", Map.of("text", draft.text("say." + reason, Map.of())));
  }

  private static String camel(String constant) {
    String[] words = constant.toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    Stream.of(words)
        .skip(1)
        .forEach(
            word ->
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1)));
    return name.toString();
  }
}
