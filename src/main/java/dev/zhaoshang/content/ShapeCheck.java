package dev.zhaoshang.content;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Compares a file with its shape, and reports all that differs. */
final class ShapeCheck {

  private static final List<String> LANGUAGES = List.of("zh", "en");

  private final List<Problem> problems;

  ShapeCheck(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * Checks one node.
   *
   * @param at what the node is called: its key, or its list's
   */
  void check(Tree tree, Shape shape, String at) {
    if (shape instanceof Shape.Keys keys) {
      keys(tree, keys, at);
    } else if (shape instanceof Shape.MapOf map) {
      map(tree, map, at);
    } else if (shape instanceof Shape.Either either) {
      boolean has = tree.entries().containsKey(either.key());
      keys(tree, has ? either.with() : either.without(), at);
    } else if (shape instanceof Shape.ListOf list) {
      list(tree, list, at);
    } else if (shape instanceof Shape.Both) {
      both(tree, at);
    } else {
      scalar(tree, shape, at);
    }
  }

  private void keys(Tree tree, Shape.Keys shape, String at) {
    if (!(tree instanceof Tree.Entries)) {
      wrongKind(tree, "\u2026: \u2026", at);
      return;
    }
    List<String> known = shape.keys().stream().map(Shape.Key::name).toList();
    for (Tree.Entry entry : tree.entries().values()) {
      if (!known.contains(entry.key())) {
        problems.add(Problem.unknown(Rule.UNKNOWN_KEY, entry.place(), entry.key(), known));
      }
    }
    for (Shape.Key key : shape.keys()) {
      Tree.Entry entry = tree.entries().get(key.name());
      if (entry != null) {
        check(entry.value(), key.shape(), key.name());
      } else if (key.required()) {
        problems.add(Problem.of(Rule.MISSING_KEY, tree.place(), key.name(), at));
      }
    }
  }

  private void map(Tree tree, Shape.MapOf shape, String at) {
    if (!(tree instanceof Tree.Entries)) {
      wrongKind(tree, "\u2026: \u2026", at);
      return;
    }
    if (tree.entries().isEmpty()) {
      problems.add(Problem.of(Rule.EMPTY, tree.place(), at));
    }
    for (Map.Entry<String, Tree.Entry> entry : tree.entries().entrySet()) {
      check(entry.getValue().value(), shape.value(), entry.getKey());
    }
  }

  private void list(Tree tree, Shape.ListOf shape, String at) {
    if (!(tree instanceof Tree.Items)) {
      wrongKind(tree, "- \u2026", at);
      return;
    }
    if (tree.items().isEmpty()) {
      problems.add(Problem.of(Rule.EMPTY, tree.place(), at));
    }
    tree.items().forEach(item -> check(item, shape.item(), at));
  }

  private void both(Tree tree, String at) {
    if (!(tree instanceof Tree.Entries)) {
      wrongKind(tree, "zh: \u2026, en: \u2026", at);
      return;
    }
    for (Tree.Entry entry : tree.entries().values()) {
      if (LANGUAGES.contains(entry.key())) {
        scalar(entry.value(), new Shape.Text(), at + "." + entry.key());
      } else {
        problems.add(Problem.unknown(Rule.UNKNOWN_KEY, entry.place(), entry.key(), LANGUAGES));
      }
    }
    for (String language : LANGUAGES) {
      if (!tree.entries().containsKey(language)) {
        problems.add(Problem.of(Rule.MISSING_LANGUAGE, tree.place(), at, language));
      }
    }
  }

  private void scalar(Tree tree, Shape shape, String at) {
    if (!(tree instanceof Tree.Scalar)) {
      wrongKind(tree, "\u2026", at);
    } else if (tree.text().isBlank()) {
      problems.add(Problem.of(Rule.EMPTY, tree.place(), at));
    } else if (shape instanceof Shape.Word word && !word.allowed().contains(tree.text())) {
      problems.add(Problem.unknown(Rule.UNKNOWN_WORD, tree.place(), tree.text(), word.allowed()));
    } else if (shape instanceof Shape.Whole && !tree.text().matches("[0-9]{1,6}")) {
      problems.add(Problem.of(Rule.NOT_A_NUMBER, tree.place(), at, tree.text()));
    } else if (shape instanceof Shape.Amount
        && !tree.text().matches("[0-9]{1,9}(\\.[0-9]{1,4})?")) {
      problems.add(Problem.of(Rule.NOT_AN_AMOUNT, tree.place(), at, tree.text()));
    } else if (shape instanceof Shape.Time
        && !tree.text().matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      problems.add(Problem.of(Rule.NOT_A_TIME, tree.place(), at, tree.text()));
    } else if (shape instanceof Shape.Zone && !ZoneId.getAvailableZoneIds().contains(tree.text())) {
      problems.add(Problem.of(Rule.UNKNOWN_ZONE, tree.place(), tree.text()));
    }
  }

  private void wrongKind(Tree tree, String expected, String at) {
    problems.add(Problem.of(Rule.WRONG_KIND, tree.place(), at, expected));
  }
}
