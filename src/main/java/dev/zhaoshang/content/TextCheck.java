package dev.zhaoshang.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the two languages of a text fit each other. */
final class TextCheck implements Check {

  /** Files whose texts are filled in. */
  private static final Set<Kind> FILLED = Set.of(Kind.REPLIES, Kind.NOTICE);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*\\}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @Override
  public void check(Folder folder, List<Problem> problems) {
    for (Map.Entry<String, Tree> file : folder.trees().entrySet()) {
      boolean filled = Kind.of(file.getKey()).filter(FILLED::contains).isPresent();
      walk(file.getValue(), filled, problems);
    }
  }

  private static void walk(Tree tree, boolean filled, List<Problem> problems) {
    boolean both =
        tree.at("zh") instanceof Tree.Scalar zh
            && tree.at("en") instanceof Tree.Scalar en
            && !zh.text().isEmpty()
            && !en.text().isEmpty();
    if (both) {
      languages(tree.at("zh"), tree.at("en"), filled, problems);
      return;
    }
    tree.items().forEach(item -> walk(item, filled, problems));
    tree.entries().values().forEach(entry -> walk(entry.value(), filled, problems));
  }

  private static void languages(Tree zh, Tree en, boolean filled, List<Problem> problems) {
    if (filled) {
      missing(zh, en, problems);
      missing(en, zh, problems);
      return;
    }
    for (Tree text : List.of(zh, en)) {
      for (String placeholder : placeholders(text)) {
        problems.add(Problem.of(Rule.UNFILLED_PLACEHOLDER, text.place(), placeholder));
      }
    }
    if (HAN.matcher(en.text()).find()) {
      problems.add(Problem.of(Rule.UNTRANSLATED, en.place()));
    }
  }

  /** Reports at a text the placeholders that only the other language has. */
  private static void missing(Tree text, Tree other, List<Problem> problems) {
    Set<String> lacking = placeholders(other);
    lacking.removeAll(placeholders(text));
    for (String placeholder : lacking) {
      problems.add(Problem.of(Rule.PLACEHOLDER, text.place(), placeholder));
    }
  }

  private static Set<String> placeholders(Tree text) {
    return PLACEHOLDER
        .matcher(text.text())
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
