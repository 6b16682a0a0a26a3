package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Offer;
import dev.zhaoshang.content.Offer.Tier;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.PriceLock;
import dev.zhaoshang.domain.Profit;
import dev.zhaoshang.domain.Profit.Flaw;
import dev.zhaoshang.domain.ProfitFigures;
import dev.zhaoshang.understanding.profit.ProfitReader;
import dev.zhaoshang.understanding.text.Lexicon;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a distributor earns, from figures that the rep types, and else from the record and
 * our papers; shows the arithmetic. What is locked is not filled in.
 */
final class ProfitFlow implements Flow {

  private static final ProfitReader READER = new ProfitReader(Lexicon.load());

  private final Draft draft;
  private final Pricing pricing;

  ProfitFlow(Draft draft) {
    this.draft = draft;
    this.pricing = new Pricing(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.PROFIT) {
      return false;
    }
    ProfitFigures typed = READER.read(Objects.requireNonNullElse(meaning.argument(), ""));
    ProfitFigures recorded = recorded();
    ProfitFigures figures = typed.or(recorded).or(papers());
    Optional<Flaw> flaw = Profit.flaw(figures);
    if (flaw.isPresent()) {
      refuse(flaw.get());
    } else {
      show(typed, recorded, figures);
    }
    return true;
  }

  private void refuse(Flaw flaw) {
    String id = "profit." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '.');
    String text = draft.text(id, Map.of());
    Optional<PriceLock> lock = pricing.lock();
    if (flaw == Flaw.NO_RATE && draft.current() != null && lock.isPresent()) {
      text = pricing.explain(lock.get()) + "\n" + text;
    }
    draft.say("profit.how", Map.of("text", text));
  }

  /** What the record of the current distributor tells of a product like ours. */
  private ProfitFigures recorded() {
    Distributor current = draft.current();
    if (current == null) {
      return ProfitFigures.NONE;
    }
    return new ProfitFigures(
        null,
        null,
        null,
        current.text("similarVolume").map(READER::read).map(ProfitFigures::volume).orElse(null),
        null,
        null);
  }

  private ProfitFigures papers() {
    Offer offer = draft.content().offer();
    Optional<Offer.Product> product = pricing.product();
    Optional<Offer.Product> open = pricing.lock().isEmpty() ? product : Optional.empty();
    return new ProfitFigures(
        product.map(p -> retail(p.retail())).orElse(null),
        open.flatMap(Offer.Product::discountRate).orElse(null),
        open.flatMap(Offer.Product::supplyPrice).orElse(null),
        null,
        null,
        offer.policy().deposit().orElse(null));
  }

  private static @Nullable BigDecimal retail(Map<Tier, BigDecimal> retail) {
    return List.of(Tier.MIDDLE, Tier.HIGH, Tier.LOW).stream()
        .map(retail::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void show(ProfitFigures typed, ProfitFigures recorded, ProfitFigures figures) {
    Profit profit = Profit.of(figures);
    String sell = plain(figures.sell());
    String volume = plain(figures.volume());
    List<String> lines = new ArrayList<>();
    if (figures.buy() == null) {
      String rate = plain(figures.rate());
      lines.add(say("profit.buy", "sell", sell, "rate", rate, "buy", plain(profit.buy())));
    }
    String box = plain(profit.box());
    lines.add(say("profit.box", "sell", sell, "buy", plain(profit.buy()), "box", box));
    lines.add(say("profit.month", "box", box, "volume", volume, "month", yuan(profit.month())));
    lines.add(
        say(
            profit.deposit().signum() > 0 ? "profit.cash.deposit" : "profit.cash",
            "buy",
            plain(profit.buy()),
            "order",
            plain(profit.order()),
            "deposit",
            plain(profit.deposit()),
            "cash",
            yuan(profit.cash())));
    lines.add(
        profit
            .payback()
            .map(
                months ->
                    say(
                        "profit.payback",
                        "cash",
                        yuan(profit.cash()),
                        "month",
                        yuan(profit.month()),
                        "months",
                        plain(months)))
            .orElseGet(() -> say("profit.loss")));
    lines.addAll(sources(typed, recorded, figures));
    lines.add(say("profit.note"));
    draft.say("profit", Map.of("text", String.join("\n", lines)));
  }

  /** Which figures the rep did not type. */
  private List<String> sources(ProfitFigures typed, ProfitFigures recorded, ProfitFigures all) {
    List<String> taken = new ArrayList<>();
    if (typed.sell() == null) {
      taken.add(say("profit.from.retail"));
    }
    if (typed.buy() == null && typed.rate() == null) {
      taken.add(say("profit.from.papers"));
    }
    if (typed.volume() == null && recorded.volume() != null) {
      taken.add(say("profit.from.record"));
    }
    if (all.order() == null) {
      taken.add(say("profit.from.month"));
    }
    if (typed.deposit() == null && all.deposit() != null) {
      taken.add(say("profit.from.policy"));
    }
    boolean example =
        draft.content().offer().policy().example()
            && (typed.deposit() == null || typed.sell() == null);
    if (example) {
      taken.add(say("profit.from.example"));
    }
    return taken.isEmpty()
        ? List.of()
        : List.of(say("profit.from", "list", String.join(say("list.semicolon"), taken)));
  }

  private String say(String id, String... values) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i + 1 < values.length; i += 2) {
      map.put(values[i], values[i + 1]);
    }
    return draft.text(id, map);
  }

  private static String plain(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
  }

  private static String yuan(BigDecimal amount) {
    return plain(amount.setScale(0, RoundingMode.HALF_UP));
  }
}
