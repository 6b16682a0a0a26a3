package dev.zhaoshang.content;

import dev.zhaoshang.content.Practice.Customer;
import dev.zhaoshang.content.Practice.Exercise;
import dev.zhaoshang.content.Practice.Group;
import dev.zhaoshang.content.Practice.MustNot;
import dev.zhaoshang.content.Practice.Opening;
import dev.zhaoshang.content.Practice.Point;
import dev.zhaoshang.content.Practice.PushBack;
import dev.zhaoshang.content.Practice.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the exercises of practice.yml. */
final class PracticeBuilder {

  private static final Pattern NEVER = Pattern.compile("(?!)");

  private PracticeBuilder() {}

  /** Makes them, with the sayings of sayings.yml, if there are any. */
  static Practice build(Tree file, Optional<Tree> said) {
    Tree sayings = said.orElseGet(() -> new Tree.Scalar(file.place(), ""));
    List<Customer> characters =
        file.at("characters").items().stream().map(PracticeBuilder::customer).toList();
    Map<String, Customer> byId =
        characters.stream().collect(Collectors.toMap(Customer::id, one -> one));
    Map<String, Exercise> exercises = new LinkedHashMap<>();
    for (String id : Objection.IDS) {
      Tree exercise = file.at("objections").at(id);
      if (!exercise.entries().isEmpty()) {
        exercises.put(id, exercise(id, exercise, byId, sayings.at("objections").at(id)));
      }
    }
    return new Practice(
        characters,
        points(file.at("anywhere"), sayings.at("anywhere")),
        exercises,
        sayings.at("empty").texts(),
        file.at("mustNots").items().stream().map(PracticeBuilder::mustNot).toList(),
        Phrase.any(file.at("notSaid").at("address").texts()),
        Phrase.any(file.at("notSaid").at("words").texts()));
  }

  private static Customer customer(Tree tree) {
    return new Customer(tree.at("id").text(), ContentBuilder.text(tree.at("title")));
  }

  private static Exercise exercise(
      String id, Tree tree, Map<String, Customer> characters, Tree sayings) {
    return new Exercise(
        id,
        tree.at("openings").items().stream()
            .flatMap(opening -> opening(opening, characters).stream())
            .toList(),
        tree.at("pushBacks").items().stream().map(PracticeBuilder::pushBack).toList(),
        points(tree.at("points"), sayings),
        tree.at("ways").items().stream().map(PracticeBuilder::way).toList(),
        ContentBuilder.text(tree.at("model")));
  }

  private static Optional<Opening> opening(Tree tree, Map<String, Customer> characters) {
    return Optional.ofNullable(characters.get(tree.at("by").text()))
        .map(customer -> new Opening(customer, ContentBuilder.text(tree.at("say"))));
  }

  private static PushBack pushBack(Tree tree) {
    String about = tree.at("for").text();
    return new PushBack(about.isEmpty() ? null : about, ContentBuilder.text(tree.at("say")));
  }

  private static List<Point> points(Tree tree, Tree sayings) {
    return tree.items().stream()
        .map(point -> point(point, sayings.at(point.at("id").text())))
        .toList();
  }

  private static Point point(Tree tree, Tree sayings) {
    return new Point(
        tree.at("id").text(),
        ContentBuilder.text(tree.at("title")),
        words(tree),
        Stream.concat(tree.at("examples").texts().stream(), sayings.texts().stream()).toList());
  }

  /** The words that make a point. */
  static Pattern words(Tree point) {
    return Phrase.any(point.at("words").texts());
  }

  private static Way way(Tree tree) {
    return new Way(
        tree.items().stream()
            .map(
                group -> {
                  String least = group.at("least").text();
                  return new Group(
                      least.isEmpty() ? 1 : Integer.parseInt(least), group.at("of").texts());
                })
            .toList());
  }

  static MustNot mustNot(Tree tree) {
    List<String> unless = tree.at("unless").texts();
    String rule = tree.at("rule").text();
    return new MustNot(
        tree.at("id").text(),
        ContentBuilder.text(tree.at("title")),
        ContentBuilder.text(tree.at("instead")),
        Phrase.any(tree.at("words").texts()),
        unless.isEmpty() ? NEVER : Phrase.any(unless),
        rule.isEmpty() ? null : rule);
  }
}
