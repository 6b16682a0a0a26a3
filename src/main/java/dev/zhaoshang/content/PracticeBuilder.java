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

/** Makes the exercises of practice.yml. */
final class PracticeBuilder {

  private static final Pattern NEVER = Pattern.compile("(?!)");

  private PracticeBuilder() {}

  static Practice build(Tree file) {
    List<Customer> characters =
        file.at("characters").items().stream().map(PracticeBuilder::customer).toList();
    Map<String, Customer> byId =
        characters.stream().collect(Collectors.toMap(Customer::id, one -> one));
    Map<String, Exercise> exercises = new LinkedHashMap<>();
    for (String id : Objection.IDS) {
      Tree exercise = file.at("objections").at(id);
      if (!exercise.entries().isEmpty()) {
        exercises.put(id, exercise(id, exercise, byId));
      }
    }
    return new Practice(
        characters,
        points(file.at("anywhere")),
        exercises,
        file.at("mustNots").items().stream().map(PracticeBuilder::mustNot).toList(),
        Phrase.any(file.at("notSaid").at("address").texts()),
        Phrase.any(file.at("notSaid").at("words").texts()));
  }

  private static Customer customer(Tree tree) {
    return new Customer(tree.at("id").text(), ContentBuilder.text(tree.at("title")));
  }

  private static Exercise exercise(String id, Tree tree, Map<String, Customer> characters) {
    return new Exercise(
        id,
        tree.at("openings").items().stream()
            .flatMap(opening -> opening(opening, characters).stream())
            .toList(),
        tree.at("pushBacks").items().stream().map(PracticeBuilder::pushBack).toList(),
        points(tree.at("points")),
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

  private static List<Point> points(Tree tree) {
    return tree.items().stream().map(PracticeBuilder::point).toList();
  }

  static Point point(Tree tree) {
    return new Point(
        tree.at("id").text(),
        ContentBuilder.text(tree.at("title")),
        Phrase.any(tree.at("words").texts()));
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
