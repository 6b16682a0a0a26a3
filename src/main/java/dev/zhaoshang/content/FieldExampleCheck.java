package dev.zhaoshang.content;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether the value of each example is one that the field can have. */
final class FieldExampleCheck implements Check {

  private static final Map<String, Pattern> FORMS =
      Map.of(
          "mobile", Pattern.compile("1[3-9][0-9]{9}"),
          "landline", Pattern.compile("(0[0-9]{2,3}-)?[0-9]{7,8}"),
          "postcode", Pattern.compile("[0-9]{6}"),
          "integer", Pattern.compile("[0-9]{1,6}"),
          "count", Pattern.compile("[0-9]{1,6}"),
          "boolean", Pattern.compile("true|false"));

  private static final Map<String, String> SAMPLES =
      Map.of(
          "mobile", "13812345678",
          "landline", "0512-62345678",
          "postcode", "215000",
          "integer", "12",
          "count", "12",
          "boolean", "true, false");

  @Override
  public void check(Folder folder, List<Problem> problems) {
    for (Tree form : folder.all(Kind.FORM).values()) {
      FormCheck.fields(form).forEach(field -> field(field, problems));
    }
  }

  private static void field(Tree field, List<Problem> problems) {
    String type = field.at("type").text();
    List<String> choices =
        field.at("choices").items().stream().map(choice -> choice.at("id").text()).toList();
    for (Tree.Entry example : field.at("examples").entries().values()) {
      String value = example.value().text();
      boolean possible =
          type.equals("choice")
              ? choices.contains(value)
              : !FORMS.containsKey(type) || FORMS.get(type).matcher(value).matches();
      if (!possible) {
        String sample = type.equals("choice") ? String.join(", ", choices) : SAMPLES.get(type);
        problems.add(
            Problem.of(
                Rule.EXAMPLE_VALUE,
                example.value().place(),
                example.key(),
                value,
                String.valueOf(sample)));
      }
    }
  }
}
