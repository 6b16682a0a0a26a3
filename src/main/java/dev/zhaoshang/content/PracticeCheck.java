package dev.zhaoshang.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether practice.yml names only what it has, and its words do what its samples say. */
final class PracticeCheck implements Check {

  @Override
  public void check(Folder folder, List<Problem> problems) {
    folder.one(Kind.PRACTICE).ifPresent(file -> check(file, problems));
    folder
        .one(Kind.PRACTICE)
        .ifPresent(
            file -> folder.one(Kind.SAYINGS).ifPresent(sayings -> said(file, sayings, problems)));
    List<String> rules =
        folder.one(Kind.COMPLIANCE).map(file -> ids(file.at("rules"))).orElse(List.of());
    folder.one(Kind.PRACTICE).stream()
        .flatMap(file -> file.at("mustNots").items().stream())
        .filter(mustNot -> mustNot.entries().containsKey("rule"))
        .forEach(mustNot -> known(mustNot.at("rule"), rules, problems));
  }

  private static void check(Tree file, List<Problem> problems) {
    List<String> characters = ids(file.at("characters"));
    List<String> shared = ids(file.at("anywhere"));
    points(file.at("anywhere"), problems);
    for (Tree.Entry entry : file.at("objections").entries().values()) {
      if (!Objection.IDS.contains(entry.key())) {
        problems.add(
            Problem.unknown(Rule.UNKNOWN_OBJECTION, entry.place(), entry.key(), Objection.IDS));
      }
      Tree exercise = entry.value();
      points(exercise.at("points"), problems);
      exercise.at("openings").items().forEach(one -> known(one.at("by"), characters, problems));
      List<String> known =
          Stream.concat(ids(exercise.at("points")).stream(), shared.stream()).toList();
      pointed(exercise).forEach(id -> known(id, known, problems));
    }
    for (Tree rule : file.at("mustNots").items()) {
      Practice.MustNot mustNot = PracticeBuilder.mustNot(rule);
      samples(rule, mustNot.id(), text -> mustNot.in(text).isPresent(), problems);
    }
    Tree notSaid = file.at("notSaid");
    samples(
        notSaid,
        "notSaid",
        text -> Phrase.any(notSaid.at("words").texts()).matcher(text).find(),
        problems);
  }

  /** Whether what is said belongs to points that are there. */
  private static void said(Tree file, Tree sayings, List<Problem> problems) {
    owned(sayings.at("anywhere"), ids(file.at("anywhere")), problems);
    for (Tree.Entry entry : sayings.at("objections").entries().values()) {
      if (!Objection.IDS.contains(entry.key())) {
        problems.add(
            Problem.unknown(Rule.UNKNOWN_OBJECTION, entry.place(), entry.key(), Objection.IDS));
      } else {
        Tree exercise = file.at("objections").at(entry.key());
        owned(entry.value(), ids(exercise.at("points")), problems);
      }
    }
  }

  private static void owned(Tree sayings, List<String> points, List<Problem> problems) {
    for (Tree.Entry entry : sayings.entries().values()) {
      if (!points.contains(entry.key())) {
        problems.add(Problem.unknown(Rule.UNKNOWN_REFERENCE, entry.place(), entry.key(), points));
      }
    }
  }

  private static List<String> ids(Tree owners) {
    return owners.items().stream().map(owner -> owner.at("id").text()).toList();
  }

  /** Where an exercise names points. */
  private static List<Tree> pointed(Tree exercise) {
    List<Tree> pointed = new ArrayList<>();
    for (Tree pushBack : exercise.at("pushBacks").items()) {
      if (pushBack.entries().containsKey("for")) {
        pointed.add(pushBack.at("for"));
      }
    }
    for (Tree way : exercise.at("ways").items()) {
      way.items().forEach(group -> pointed.addAll(group.at("of").items()));
    }
    return pointed;
  }

  private static void known(Tree id, List<String> ids, List<Problem> problems) {
    if (!ids.contains(id.text())) {
      problems.add(Problem.unknown(Rule.UNKNOWN_REFERENCE, id.place(), id.text(), ids));
    }
  }

  private static void points(Tree points, List<Problem> problems) {
    for (Tree tree : points.items()) {
      Pattern words = PracticeBuilder.words(tree);
      for (Tree example : tree.at("examples").items()) {
        if (!words.matcher(lower(example)).find()) {
          problems.add(
              Problem.of(
                  Rule.PRACTICE_SAMPLE, example.place(), example.text(), tree.at("id").text()));
        }
      }
    }
  }

  private static void samples(
      Tree rule, String id, Predicate<String> caught, List<Problem> problems) {
    for (Tree sample : rule.at("hits").items()) {
      if (!caught.test(lower(sample))) {
        problems.add(Problem.of(Rule.PRACTICE_SAMPLE, sample.place(), sample.text(), id));
      }
    }
    for (Tree sample : rule.at("fine").items()) {
      if (caught.test(lower(sample))) {
        problems.add(Problem.of(Rule.PRACTICE_SAMPLE, sample.place(), sample.text(), id));
      }
    }
  }

  private static String lower(Tree text) {
    return text.text().toLowerCase(Locale.ROOT);
  }
}
