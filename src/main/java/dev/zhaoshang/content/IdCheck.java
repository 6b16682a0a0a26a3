package dev.zhaoshang.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Ids of forms, aspects, fields, choices and answers. They are keys in the database, where a dot
 * would make a nested document.
 */
final class IdCheck implements Check {

  private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");

  @Override
  public void check(Folder folder, List<Problem> problems) {
    for (Map.Entry<String, Tree> form : folder.all(Kind.FORM).entrySet()) {
      if (!CAMEL_CASE.matcher(form.getKey()).matches()) {
        Place place = Place.ofFile(Kind.FORM.fileOf(form.getKey()));
        problems.add(Problem.of(Rule.BAD_ID, place, form.getKey()));
      }
      unique(form.getValue().at("aspects").items(), problems);
      List<Tree> fields = FormCheck.fields(form.getValue());
      unique(fields, problems);
      fields.forEach(field -> unique(field.at("choices").items(), problems));
    }
    folder
        .all(Kind.OBJECTION)
        .values()
        .forEach(card -> unique(card.at("answers").items(), problems));
    folder.one(Kind.PRODUCTS).ifPresent(file -> unique(file.at("products").items(), problems));
    folder.one(Kind.COMPLIANCE).ifPresent(file -> unique(file.at("rules").items(), problems));
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
