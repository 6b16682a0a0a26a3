package dev.zhaoshang.content;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the rules of compliance.yml. */
final class ComplianceBuilder {

  private static final Pattern NEVER = Pattern.compile("(?!)");
  private static final Pattern AND = Pattern.compile("\\s*[+]\\s*");

  private final Map<String, Pattern> groups = new LinkedHashMap<>();

  private ComplianceBuilder() {}

  static Compliance build(Tree file) {
    return new ComplianceBuilder().compliance(file);
  }

  private Compliance compliance(Tree file) {
    for (Tree group : file.at("groups").items()) {
      groups.put(group.at("id").text(), phrases(group.at("words")));
    }
    return new Compliance(
        ContentBuilder.text(file.at("counsel")),
        new Manner(
            before(file.at("lawfulBefore").texts()),
            phrases(file.at("lawfulAnywhere")),
            phrases(file.at("deniesNothing")),
            phrases(file.at("others")),
            phrases(file.at("asks")),
            phrases(file.at("agrees")),
            phrases(file.at("offers")),
            phrases(file.at("agreesNothing"))),
        file.at("rules").items().stream().map(this::rule).toList());
  }

  private Compliance.Rule rule(Tree tree) {
    return new Compliance.Rule(
        tree.at("id").text(),
        Compliance.Kind.valueOf(tree.at("kind").text().toUpperCase(Locale.ROOT)),
        ContentBuilder.text(tree.at("title")),
        ContentBuilder.text(tree.at("basis")),
        ContentBuilder.text(tree.at("instead")),
        new Finder(phrases(tree.at("words"))),
        tree.at("together").texts().stream().map(this::parts).toList(),
        new Finder(phrases(tree.at("granted"))),
        phrases(tree.at("unless")));
  }

  /** The groups of words that have to meet in a clause. */
  private List<Finder> parts(String together) {
    return Arrays.stream(AND.split(together.strip()))
        .map(name -> new Finder(groups.getOrDefault(name, NEVER)))
        .toList();
  }

  private Pattern phrases(Tree texts) {
    return texts.items().isEmpty() ? NEVER : Phrase.any(texts.texts(), groups);
  }

  /** A denial of one character counts directly before the words, a longer one a little earlier. */
  private static Pattern before(List<String> denials) {
    return Pattern.compile(
        denials.stream()
            .map(
                denial ->
                    Phrase.any(List.of(denial)).pattern()
                        + (denial.length() == 1 ? "\\s*$" : Phrase.near(denial) + "$"))
            .collect(Collectors.joining("|")));
  }
}
