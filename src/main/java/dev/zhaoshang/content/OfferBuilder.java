package dev.zhaoshang.content;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the records of products.yml and policy.yml, which may both be absent. */
final class OfferBuilder {

  private final Folder folder;

  OfferBuilder(Folder folder) {
    this.folder = folder;
  }

  Offer build() {
    List<Offer.Product> products =
        folder.one(Kind.PRODUCTS).stream()
            .flatMap(file -> file.at("products").items().stream())
            .map(OfferBuilder::product)
            .toList();
    return new Offer(
        products, folder.one(Kind.POLICY).map(OfferBuilder::policy).orElse(Offer.NONE.policy()));
  }

  private static Offer.Product product(Tree tree) {
    return new Offer.Product(
        tree.at("id").text(),
        Boolean.parseBoolean(tree.at("example").text()),
        ContentBuilder.text(tree.at("name")),
        tree.at("also").texts(),
        may(tree, "spec", ContentBuilder::text),
        retail(tree.at("retail")),
        may(tree, "discountRate", OfferBuilder::amount),
        may(tree, "supplyPrice", OfferBuilder::amount),
        tree.at("selling").items().stream().map(ContentBuilder::text).toList(),
        may(tree, "salesIdea", ContentBuilder::text),
        tree.at("margins").items().stream().map(OfferBuilder::margin).toList(),
        may(tree, "report", ContentBuilder::text));
  }

  private static Map<Offer.Tier, BigDecimal> retail(Tree tree) {
    Map<Offer.Tier, BigDecimal> prices = new EnumMap<>(Offer.Tier.class);
    tree.map(OfferBuilder::amount)
        .forEach(
            (tier, price) -> prices.put(Offer.Tier.valueOf(tier.toUpperCase(Locale.ROOT)), price));
    return prices;
  }

  private static Offer.Margin margin(Tree tree) {
    return new Offer.Margin(
        ContentBuilder.text(tree.at("title")),
        amount(tree.at("buy")),
        amount(tree.at("sell")),
        Integer.parseInt(tree.at("volume").text()));
  }

  private static Offer.Policy policy(Tree tree) {
    Map<String, Text> points = new LinkedHashMap<>();
    for (String point : Offer.Policy.POINTS) {
      may(tree, point, ContentBuilder::text).ifPresent(text -> points.put(point, text));
    }
    return new Offer.Policy(
        Boolean.parseBoolean(tree.at("example").text()),
        points,
        may(tree, "depositYuan", OfferBuilder::amount),
        may(tree, "earlyReturnHospitals", number -> Integer.valueOf(number.text())));
  }

  private static BigDecimal amount(Tree tree) {
    return new BigDecimal(tree.text());
  }

  private static <T> Optional<T> may(Tree tree, String key, Function<Tree, T> read) {
    return Optional.ofNullable(tree.entries().get(key)).map(entry -> read.apply(entry.value()));
  }
}
