package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Access.Deed;
import dev.zhaoshang.content.Offer;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Territory;
import dev.zhaoshang.understanding.territory.TerritoryReader;
import dev.zhaoshang.understanding.territory.TerritoryReader.Told;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeReading;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who works which region, and until when: everybody may look, a superior changes it. */
final class TerritoryFlow implements Flow {

  /** The ledger in which every territory stands, beside those of its regions. */
  static final String REGISTER = "territories";

  private static final TerritoryReader READER = new TerritoryReader(Lexicon.load());

  private final Draft draft;

  TerritoryFlow(Draft draft) {
    this.draft = draft;
  }

  /** Ids of the ledgers that a turn about territories needs; none for other turns. */
  static Set<String> ledgers(@Nullable Meaning meaning, String text) {
    if (meaning == null || meaning.command() != Command.TERRITORY) {
      return Set.of();
    }
    Set<String> ids = new LinkedHashSet<>(Set.of(REGISTER));
    READER.codes(text).forEach(code -> ids.addAll(Territory.ledgers(code)));
    return ids;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.TERRITORY) {
      return false;
    }
    String text = draft.in().entry().body().text().strip();
    String line = text.startsWith("/") ? text.replaceFirst("^/\\S+\\s*", "") : text;
    ZonedDateTime now = draft.in().now().atZone(draft.rhythm().zone());
    TimeReading times = draft.in().times().read(line, now, Facing.AHEAD);
    Told told = READER.read(line, draft.content().offer(), times);
    boolean asks = meaning.argument() == null || !text.startsWith("/");
    if (asks || (told.agent().isEmpty() && !told.free())) {
      list(told.codes());
    } else {
      change(told, times.problem().isPresent());
    }
    return true;
  }

  private void list(List<String> codes) {
    List<Territory> all =
        draft.ledger(REGISTER).all(Territory.class).stream()
            .filter(one -> one.agent() != null)
            .filter(one -> codes.isEmpty() || codes.stream().anyMatch(one::touches))
            .sorted(Comparator.comparing(Territory::id))
            .toList();
    if (all.isEmpty()) {
      draft.say(codes.isEmpty() ? "territory.none" : "territory.open", Map.of());
      return;
    }
    draft.say("territory", Map.of("list", new TerritoryView(draft).lines(all)));
  }

  private void change(Told told, boolean unclear) {
    if (!Access.may(draft.in().snapshot().speaker(), Deed.ASSIGN_REGION)) {
      draft.say("territory.denied", Map.of());
      return;
    }
    Optional<String> product =
        Optional.ofNullable(told.product())
            .or(() -> draft.content().offer().product(null).map(Offer.Product::id));
    if (told.codes().isEmpty() || product.isEmpty()) {
      draft.say("territory.usage", Map.of("products", new Pricing(draft).names()));
    } else if (unclear) {
      draft.say("territory.date", Map.of());
    } else {
      put(product.get(), told);
    }
  }

  private void put(String product, Told told) {
    List<Territory> all =
        told.codes().stream().map(code -> territory(code, product, told)).toList();
    for (Territory territory : all) {
      draft.put(REGISTER, territory);
      Territory.ledgers(territory.region()).forEach(ledger -> draft.put(ledger, territory));
    }
    draft.say(
        told.free() ? "territory.freed" : "territory.set",
        Map.of("line", new TerritoryView(draft).lines(all)));
  }

  private Territory territory(String code, String product, Told told) {
    return new Territory(
        Territory.id(code, product),
        code,
        told.words(),
        product,
        told.free() ? null : told.agent(),
        told.free() ? null : told.until(),
        null,
        draft.turn(),
        null,
        null);
  }
}
