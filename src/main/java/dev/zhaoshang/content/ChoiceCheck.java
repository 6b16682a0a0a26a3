package dev.zhaoshang.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether choices can be told apart, by their words and on their buttons. */
final class ChoiceCheck implements Check {

  private static final Map<String, Integer> LONGEST_LABEL = Map.of("zh", 10, "en", 20);

  @Override
  public void check(Folder folder, List<Problem> problems) {
    for (Tree form : folder.all(Kind.FORM).values()) {
      for (Tree field : FormCheck.fields(form)) {
        number(field, problems);
        words(field, problems);
        labels(field, problems);
      }
    }
  }

  private static void number(Tree field, List<Problem> problems) {
    boolean choice = field.at("type").text().equals("choice");
    int choices = field.at("choices").items().size();
    if (choice ? choices < 2 : choices > 0) {
      Tree type = field.at("type");
      problems.add(Problem.of(Rule.CHOICES, type.place(), field.at("id").text()));
    }
  }

  private static void words(Tree field, List<Problem> problems) {
    Map<String, Tree> claimed = new HashMap<>();
    for (Tree choice : field.at("choices").items()) {
      Map<String, Tree> own = new HashMap<>();
      for (Tree word : wordsOf(choice)) {
        own.putIfAbsent(word.text().strip().toLowerCase(Locale.ROOT), word);
      }
      own.forEach(
          (word, tree) -> {
            Tree other = claimed.putIfAbsent(word, tree);
            if (other != null) {
              problems.add(
                  Problem.of(
                      Rule.SHARED_CHOICE_WORD,
                      tree.place(),
                      tree.text(),
                      other.place().toString()));
            }
          });
    }
  }

  private static List<Tree> wordsOf(Tree choice) {
    List<Tree> words = new ArrayList<>(choice.at("label").scalars());
    words.addAll(choice.at("also").items());
    return words;
  }

  private static void labels(Tree field, List<Problem> problems) {
    for (Tree choice : field.at("choices").items()) {
      LONGEST_LABEL.forEach(
          (language, longest) -> {
            Tree label = choice.at("label").at(language);
            int length = label.text().codePointCount(0, label.text().length());
            if (length > longest) {
              problems.add(
                  Problem.of(
                      Rule.LONG_LABEL,
                      label.place(),
                      label.text(),
                      Integer.toString(length),
                      longest.toString()));
            }
          });
    }
  }
}
