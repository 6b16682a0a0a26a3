package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Offer;
import dev.zhaoshang.content.Offer.Margin;
import dev.zhaoshang.content.Offer.Policy;
import dev.zhaoshang.content.Offer.Product;
import dev.zhaoshang.content.Offer.Tier;
import dev.zhaoshang.content.Text;
import dev.zhaoshang.domain.PriceLock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts of products.yml and policy.yml in words; what is missing is said to be missing. */
final class Evidence {

  private static final Set<String> LOCKED = Set.of("discountRate", "supplyPrice", "margins");

  private final Draft draft;
  private final Pricing pricing;
  private final Offer offer;

  Evidence(Draft draft) {
    this.draft = draft;
    this.pricing = new Pricing(draft);
    this.offer = draft.content().offer();
  }

  /** A line a fact, then what is missing, withheld or only an example. */
  List<String> lines(List<String> facts) {
    Optional<Product> product = pricing.product();
    Optional<PriceLock> lock = pricing.lock();
    List<String> lines = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    boolean withheld = false;
    for (String fact : facts) {
      String label = draft.text("fact." + fact, Map.of());
      if (LOCKED.contains(fact) && lock.isPresent()) {
        withheld = true;
        continue;
      }
      Optional<String> text = text(fact, product);
      text.ifPresentOrElse(
          found -> lines.add("· " + label + draft.text("list.colon", Map.of()) + found),
          () -> missing.add(label));
    }
    product.ifPresent(p -> lines.add(0, p.name().in(draft.language())));
    if (withheld) {
      lines.add(pricing.explain(lock.orElseThrow()));
    }
    if (!missing.isEmpty()) {
      String labels = String.join(draft.text("list.comma", Map.of()), missing);
      lines.add(draft.text("evidence.missing", Map.of("labels", labels)));
    }
    if (product.isEmpty() && facts.stream().anyMatch(Offer.PRODUCT_FACTS::contains)) {
      lines.add(draft.text("evidence.product", Map.of("names", names())));
    }
    boolean example = offer.policy().example() || product.map(Product::example).orElse(false);
    if (example) {
      lines.add(draft.text("evidence.example", Map.of()));
    }
    return lines;
  }

  private String names() {
    List<String> names =
        offer.products().stream().map(product -> product.name().in(draft.language())).toList();
    return names.isEmpty()
        ? draft.text("value.open", Map.of())
        : String.join(draft.text("list.comma", Map.of()), names);
  }

  private Optional<String> text(String fact, Optional<Product> product) {
    if (Offer.PRODUCT_FACTS.contains(fact)) {
      return product.flatMap(known -> text(fact, known));
    }
    Optional<String> point = offer.policy().point(fact).map(this::said);
    return point.map(text -> text + amount(fact));
  }

  private String amount(String fact) {
    Policy policy = offer.policy();
    Optional<String> amount =
        switch (fact) {
          case "deposit" ->
              policy
                  .deposit()
                  .map(yuan -> draft.text("fact.yuan", Map.of("amount", yuan.toPlainString())));
          case "earlyReturn" ->
              policy
                  .earlyReturnHospitals()
                  .map(n -> draft.text("fact.hospitals", Map.of("n", String.valueOf(n))));
          default -> Optional.empty();
        };
    return amount.orElse("");
  }

  private Optional<String> text(String fact, Product product) {
    return switch (fact) {
      case "spec" -> product.spec().map(this::said);
      case "retail" -> retail(product);
      case "discountRate" -> product.discountRate().map(rate -> rate.toPlainString() + "%");
      case "supplyPrice" -> product.supplyPrice().map(this::yuan);
      case "selling" -> joined(product.selling().stream().map(this::said).toList());
      case "productIdea" -> product.salesIdea().map(this::said);
      case "margins" -> joined(product.margins().stream().map(this::margin).toList());
      case "report" -> product.report().map(this::said);
      default -> Optional.empty();
    };
  }

  private Optional<String> retail(Product product) {
    List<String> prices = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      BigDecimal price = product.retail().get(tier);
      if (price != null) {
        String id = "tier." + tier.name().toLowerCase(Locale.ROOT);
        prices.add(draft.text(id, Map.of("price", yuan(price))));
      }
    }
    return joined(prices);
  }

  private String margin(Margin margin) {
    BigDecimal box = margin.sell().subtract(margin.buy());
    BigDecimal month =
        box.multiply(BigDecimal.valueOf(margin.volume())).setScale(0, RoundingMode.HALF_UP);
    return draft.text(
        "fact.margin",
        Map.of(
            "title", said(margin.title()),
            "sell", margin.sell().toPlainString(),
            "buy", margin.buy().toPlainString(),
            "box", box.toPlainString(),
            "volume", String.valueOf(margin.volume()),
            "month", month.toPlainString()));
  }

  private String yuan(BigDecimal amount) {
    return draft.text("value.yuan", Map.of("amount", amount.toPlainString()));
  }

  private String said(Text text) {
    return text.in(draft.language());
  }

  private Optional<String> joined(List<String> parts) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(draft.text("list.semicolon", Map.of()), parts));
  }
}
