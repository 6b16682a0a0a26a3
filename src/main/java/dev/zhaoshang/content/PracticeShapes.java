package dev.zhaoshang.content;

import static dev.zhaoshang.content.Shape.keys;
import static dev.zhaoshang.content.Shape.may;
import static dev.zhaoshang.content.Shape.must;

/** The shape of practice.yml. */
final class PracticeShapes {

  private static final Shape TEXT = new Shape.Text();
  private static final Shape BOTH = new Shape.Both();
  private static final Shape TEXTS = new Shape.ListOf(TEXT);

  private static final Shape POINT =
      keys(must("id", TEXT), must("title", BOTH), must("words", TEXTS), must("examples", TEXTS));

  private static final Shape EXERCISE =
      keys(
          must("openings", new Shape.ListOf(keys(must("by", TEXT), must("say", BOTH)))),
          must("pushBacks", new Shape.ListOf(keys(may("for", TEXT), must("say", BOTH)))),
          must("points", new Shape.ListOf(POINT)),
          must(
              "ways",
              new Shape.ListOf(
                  new Shape.ListOf(keys(may("least", new Shape.Whole()), must("of", TEXTS))))),
          must("model", BOTH));

  private static final Shape MUST_NOT =
      keys(
          must("id", TEXT),
          must("title", BOTH),
          must("instead", BOTH),
          may("rule", TEXT),
          must("words", TEXTS),
          may("unless", TEXTS),
          must("hits", TEXTS),
          must("fine", TEXTS));

  static final Shape PRACTICE =
      keys(
          must("characters", new Shape.ListOf(keys(must("id", TEXT), must("title", BOTH)))),
          must("anywhere", new Shape.ListOf(POINT)),
          must("objections", new Shape.MapOf(EXERCISE)),
          must("mustNots", new Shape.ListOf(MUST_NOT)),
          must(
              "notSaid",
              keys(
                  must("address", TEXTS),
                  must("words", TEXTS),
                  must("hits", TEXTS),
                  must("fine", TEXTS))));

  static final Shape SAYINGS =
      keys(
          must("anywhere", new Shape.MapOf(TEXTS)),
          must("objections", new Shape.MapOf(new Shape.MapOf(TEXTS))),
          must("empty", TEXTS));

  private PracticeShapes() {}
}
