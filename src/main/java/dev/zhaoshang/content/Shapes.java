package dev.zhaoshang.content;

import static dev.zhaoshang.content.Shape.keys;
import static dev.zhaoshang.content.Shape.may;
import static dev.zhaoshang.content.Shape.must;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The shapes of the files of dialogs/. */
final class Shapes {

  private static final Shape TEXT = new Shape.Text();
  private static final Shape BOTH = new Shape.Both();
  private static final Shape TEXTS = new Shape.ListOf(TEXT);
  private static final Shape BY_LANGUAGE =
      keys(may("zh", TEXTS), may("zh-TW", TEXTS), may("en", TEXTS));

  private static final Shape CHOICE =
      keys(must("id", TEXT), must("label", BOTH), may("also", TEXTS));

  private static final Shape FIELD =
      keys(
          must("id", TEXT),
          must("type", new Shape.Word(lower(Form.FieldType.values()))),
          must("core", new Shape.Word(List.of("true", "false"))),
          must("label", BOTH),
          must("ask", BOTH),
          must("retry", BOTH),
          may("choices", new Shape.ListOf(CHOICE)),
          may("cues", TEXTS),
          may("when", keys(must("field", TEXT), must("is", TEXT))),
          must("examples", new Shape.MapOf(TEXT)));

  private static final Shape.Keys ASPECT =
      keys(
          must("id", TEXT),
          must("title", BOTH),
          must("ask", BOTH),
          must("why", BOTH),
          must("worth", new Shape.Whole()),
          must("fields", new Shape.ListOf(FIELD)));

  private static final Shape.Keys USE = keys(must("use", TEXT));
  static final Shape FORM =
      keys(
          must("title", BOTH),
          may("words", TEXTS),
          must("aspects", new Shape.ListOf(new Shape.Either("use", USE, ASPECT))));

  private static final Shape ANSWER = keys(must("id", TEXT), must("say", BOTH), must("ask", BOTH));

  static final Shape OBJECTION =
      keys(
          must("title", BOTH),
          must("answers", new Shape.ListOf(ANSWER)),
          must("reasons", new Shape.ListOf(BOTH)),
          must("avoid", new Shape.ListOf(BOTH)),
          must("example", BOTH),
          must("next", BOTH),
          may("evidence", new Shape.ListOf(new Shape.Word(evidence()))),
          may("followUp", keys(must("what", BOTH), must("days", new Shape.Whole()))),
          must("examples", BY_LANGUAGE),
          may("together", new Shape.MapOf(TEXTS)));

  private static final Shape FLAG = new Shape.Word(List.of("true", "false"));
  private static final Shape ITEM =
      keys(
          must("id", TEXT),
          must("title", BOTH),
          must("say", BOTH),
          may("also", TEXTS),
          may("facts", new Shape.ListOf(new Shape.Word(facts()))),
          may("must", FLAG),
          may("answer", FLAG),
          may("lock", new Shape.Word(lower(Checklist.Lock.values()))));
  static final Shape CHECKLIST =
      keys(
          must("title", BOTH),
          must("style", new Shape.Word(lower(Checklist.Style.values()))),
          must("of", new Shape.Word(lower(Checklist.Owner.values()))),
          must("words", TEXTS),
          must("lead", BOTH),
          must("items", new Shape.ListOf(ITEM)));
  static final Shape NOTICE = keys(must("title", BOTH), must("text", BOTH));
  static final Shape WORDS = keys(must("commands", new Shape.MapOf(TEXTS)));

  static final Shape REPLIES = new Shape.MapOf(BOTH);

  static final Shape NOTHING = new Shape.MapOf(BY_LANGUAGE);

  static final Shape UNCOVERED = BY_LANGUAGE;

  static final Shape ACTS =
      new Shape.Keys(Arrays.stream(Act.values()).map(act -> must(act.id(), BY_LANGUAGE)).toList());

  private Shapes() {}

  private static List<String> evidence() {
    return Stream.concat(Offer.PRODUCT_FACTS.stream(), Offer.Policy.POINTS.stream()).toList();
  }

  /** The constants of an enum as they are written: {@code mobile}, {@code choice} … */
  private static List<String> lower(Enum<?>[] constants) {
    return Arrays.stream(constants).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** Ids of what products.yml and policy.yml may tell. */
  private static List<String> facts() {
    return Stream.concat(Offer.PRODUCT_FACTS.stream(), Offer.Policy.POINTS.stream()).toList();
  }
}
