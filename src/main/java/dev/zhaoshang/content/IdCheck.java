package dev.zhaoshang.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ids of forms, aspects, fields, choices, answers, checklists and their items. They are keys in the
 * database, where a dot would make a nested document.
 */
final class IdCheck implements Check {

  private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");

  @Override
  public void check(Folder folder, List<Problem> problems) {
    for (Map.Entry<String, Tree> form : folder.all(Kind.FORM).entrySet()) {
      fileId(Kind.FORM, form.getKey(), problems);
      unique(FormCheck.aspects(form.getValue()), problems);
      List<Tree> fields = FormCheck.fields(form.getValue());
      unique(fields, problems);
      fields.forEach(field -> unique(field.at("choices").items(), problems));
    }
    for (Map.Entry<String, Tree> list : folder.all(Kind.CHECKLIST).entrySet()) {
      fileId(Kind.CHECKLIST, list.getKey(), problems);
      unique(list.getValue().at("items").items(), problems);
    }
    for (Map.Entry<String, Tree> card : folder.all(Kind.OBJECTION).entrySet()) {
      if (!CAMEL_CASE.matcher(card.getKey()).matches()) {
        Place place = Place.ofFile(Kind.OBJECTION.fileOf(card.getKey()));
        problems.add(Problem.of(Rule.BAD_ID, place, card.getKey()));
      }
      unique(card.getValue().at("answers").items(), problems);
    }
    folder.one(Kind.PRODUCTS).ifPresent(file -> unique(file.at("products").items(), problems));
    folder.one(Kind.COMPLIANCE).ifPresent(file -> unique(file.at("rules").items(), problems));
    folder.one(Kind.PRACTICE).ifPresent(file -> practice(file, problems));
  }

  private static void practice(Tree file, List<Problem> problems) {
    unique(file.at("characters").items(), problems);
    unique(file.at("mustNots").items(), problems);
    List<Tree> shared = file.at("anywhere").items();
    for (Tree.Entry exercise : file.at("objections").entries().values()) {
      List<Tree> own = exercise.value().at("points").items();
      unique(Stream.concat(own.stream(), shared.stream()).toList(), problems);
    }
  }

  private static void fileId(Kind kind, String id, List<Problem> problems) {
    if (!CAMEL_CASE.matcher(id).matches()) {
      problems.add(Problem.of(Rule.BAD_ID, Place.ofFile(kind.fileOf(id)), id));
    }
  }

  private static void unique(List<Tree> owners, List<Problem> problems) {
    Map<String, Place> taken = new HashMap<>();
    for (Tree owner : owners) {
      Tree id = owner.at("id");
      if (!CAMEL_CASE.matcher(id.text()).matches()) {
        problems.add(Problem.of(Rule.BAD_ID, id.place(), id.text()));
      }
      Place first = taken.putIfAbsent(id.text(), id.place());
      if (first != null) {
        problems.add(Problem.of(Rule.DUPLICATE_ID, id.place(), id.text(), first.toString()));
      }
    }
  }
}
