package dev.zhaoshang.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a form can be asked: core fields, conditions, second questions. */
final class FormCheck implements Check {

  @Override
  public void check(Folder folder, List<Problem> problems) {
    List<String> known =
        folder.all(Kind.FORM).values().stream()
            .flatMap(form -> aspects(form).stream())
            .map(aspect -> aspect.at("id").text())
            .toList();
    for (Tree form : folder.all(Kind.FORM).values()) {
      used(form, known, problems);
      aspects(form).forEach(aspect -> core(aspect, problems));
      List<Tree> fields = fields(form);
      for (Tree field : fields) {
        retry(field, problems);
        when(field, fields, problems);
      }
    }
  }

  /** The aspects that a form has of its own, in their order. */
  static List<Tree> aspects(Tree form) {
    return form.at("aspects").items().stream()
        .filter(aspect -> !aspect.entries().containsKey("use"))
        .toList();
  }

  private static void used(Tree form, List<String> known, List<Problem> problems) {
    for (Tree aspect : form.at("aspects").items()) {
      Tree use = aspect.at("use");
      if (aspect.entries().containsKey("use") && !known.contains(use.text())) {
        problems.add(Problem.unknown(Rule.UNKNOWN_REFERENCE, use.place(), use.text(), known));
      }
    }
  }

  /** The fields of a form in their order, without those that it shares with another. */
  static List<Tree> fields(Tree form) {
    return form.at("aspects").items().stream()
        .flatMap(aspect -> aspect.at("fields").items().stream())
        .toList();
  }

  private static void core(Tree aspect, List<Problem> problems) {
    boolean asked =
        aspect.at("fields").items().stream()
            .anyMatch(field -> field.at("core").text().equals("true"));
    if (!asked) {
      problems.add(Problem.of(Rule.NO_CORE_FIELD, aspect.place(), aspect.at("id").text()));
    }
  }

  private static void retry(Tree field, List<Problem> problems) {
    for (String language : List.of("zh", "en")) {
      Tree again = field.at("retry").at(language);
      if (again.text().equals(field.at("ask").at(language).text())) {
        problems.add(Problem.of(Rule.SAME_RETRY, again.place()));
      }
    }
  }

  private static void when(Tree field, List<Tree> fields, List<Problem> problems) {
    if (!field.entries().containsKey("when")) {
      return;
    }
    Tree other = field.at("when").at("field");
    Tree value = field.at("when").at("is");
    Optional<Tree> asked = find(fields, other.text());
    if (asked.isEmpty()) {
      problems.add(
          Problem.unknown(
              Rule.WHEN_FIELD,
              other.place(),
              other.text(),
              fields.stream().map(f -> f.at("id").text()).toList()));
      return;
    }
    List<String> possible = values(asked.get());
    if (!possible.contains(value.text())) {
      problems.add(
          Problem.of(
              Rule.WHEN_VALUE,
              value.place(),
              other.text(),
              value.text(),
              String.join(", ", possible)));
    }
  }

  private static Optional<Tree> find(List<Tree> fields, String id) {
    return fields.stream().filter(field -> field.at("id").text().equals(id)).findFirst();
  }

  private static List<String> values(Tree field) {
    if (field.at("type").text().equals("boolean")) {
      return List.of("true", "false");
    }
    Stream<Tree> choices = field.at("choices").items().stream();
    return choices.map(choice -> choice.at("id").text()).toList();
  }
}
