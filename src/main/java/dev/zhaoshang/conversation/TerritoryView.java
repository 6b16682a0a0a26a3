package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Territory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who works which region, in words. */
final class TerritoryView {

  private final Draft draft;

  TerritoryView(Draft draft) {
    this.draft = draft;
  }

  /** A line each; one for all parts of a larger area. */
  String lines(List<Territory> territories) {
    return territories.stream().map(this::line).distinct().collect(Collectors.joining("\n"));
  }

  /** Region, product, agent and how long it is protected. */
  String line(Territory territory) {
    LocalDate until = territory.protectedUntil();
    LocalDate today = draft.rhythm().date(draft.in().now());
    return draft.text(
        "territory.line",
        Map.of(
            "region",
            territory.words(),
            "product",
            product(territory.product()),
            "agent",
            territory.agent() == null
                ? draft.text("territory.nobody", Map.of())
                : territory.agent(),
            "until",
            until == null
                ? ""
                : draft.text(
                    territory.isHeld(today) ? "lock.until" : "lock.until.over",
                    Map.of("date", until.toString()))));
  }

  private String product(String id) {
    return draft.content().offer().products().stream()
        .filter(one -> one.id().equals(id))
        .map(one -> one.name().in(draft.language()))
        .findFirst()
        .orElse(id);
  }
}
