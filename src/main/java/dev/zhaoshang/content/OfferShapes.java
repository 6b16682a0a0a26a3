package dev.zhaoshang.content;

import static dev.zhaoshang.content.Shape.keys;
import static dev.zhaoshang.content.Shape.may;
import static dev.zhaoshang.content.Shape.must;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The shapes of products.yml, policy.yml and compliance.yml. */
final class OfferShapes {

  private static final Shape TEXT = new Shape.Text();
  private static final Shape BOTH = new Shape.Both();
  private static final Shape AMOUNT = new Shape.Amount();
  private static final Shape WHOLE = new Shape.Whole();
  private static final Shape YES_NO = new Shape.Word(List.of("true", "false"));
  private static final Shape TEXTS = new Shape.ListOf(TEXT);

  private static final Shape MARGIN =
      keys(must("title", BOTH), must("buy", AMOUNT), must("sell", AMOUNT), must("volume", WHOLE));

  private static final Shape PRODUCT =
      keys(
          must("id", TEXT),
          may("example", YES_NO),
          must("name", BOTH),
          may("also", TEXTS),
          may("spec", BOTH),
          may("retail", keys(may("high", AMOUNT), may("middle", AMOUNT), may("low", AMOUNT))),
          may("discountRate", AMOUNT),
          may("supplyPrice", AMOUNT),
          may("selling", new Shape.ListOf(BOTH)),
          may("salesIdea", BOTH),
          may("margins", new Shape.ListOf(MARGIN)),
          may("report", BOTH));

  static final Shape PRODUCTS = keys(must("products", new Shape.ListOf(PRODUCT)));

  static final Shape POLICY =
      new Shape.Keys(
          Stream.concat(
                  Stream.of(
                      may("example", YES_NO),
                      may("depositYuan", AMOUNT),
                      may("earlyReturnHospitals", WHOLE)),
                  Offer.Policy.POINTS.stream().map(point -> may(point, BOTH)))
              .toList());

  private static final Shape RULE =
      keys(
          must("id", TEXT),
          must("kind", new Shape.Word(kinds())),
          must("title", BOTH),
          must("basis", BOTH),
          must("instead", BOTH),
          must("words", TEXTS),
          may("together", TEXTS),
          may("granted", TEXTS),
          may("unless", TEXTS),
          must("hits", TEXTS),
          may("fine", TEXTS));

  static final Shape COMPLIANCE =
      keys(
          must("counsel", BOTH),
          must("lawfulBefore", TEXTS),
          must("lawfulAnywhere", TEXTS),
          may("deniesNothing", TEXTS),
          may("others", TEXTS),
          may("asks", TEXTS),
          may("agrees", TEXTS),
          may("offers", TEXTS),
          may("agreesNothing", TEXTS),
          may("groups", new Shape.ListOf(keys(must("id", TEXT), must("words", TEXTS)))),
          must("rules", new Shape.ListOf(RULE)));

  private OfferShapes() {}

  private static List<String> kinds() {
    return Arrays.stream(Compliance.Kind.values())
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
