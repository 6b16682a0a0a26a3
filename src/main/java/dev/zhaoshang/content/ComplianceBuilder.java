package dev.zhaoshang.content;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the rules of compliance.yml. */
final class ComplianceBuilder {

  private static final Pattern NEVER = Pattern.compile("(?!)");

  private ComplianceBuilder() {}

  static Compliance build(Tree file) {
    return new Compliance(
        ContentBuilder.text(file.at("counsel")),
        before(file.at("lawfulBefore").texts()),
        phrases(file.at("lawfulAnywhere")),
        file.at("rules").items().stream().map(ComplianceBuilder::rule).toList());
  }

  private static Compliance.Rule rule(Tree tree) {
    return new Compliance.Rule(
        tree.at("id").text(),
        Compliance.Kind.valueOf(tree.at("kind").text().toUpperCase(Locale.ROOT)),
        ContentBuilder.text(tree.at("title")),
        ContentBuilder.text(tree.at("basis")),
        ContentBuilder.text(tree.at("instead")),
        new Finder(phrases(tree.at("words"))),
        phrases(tree.at("unless")));
  }

  private static Pattern phrases(Tree texts) {
    return texts.items().isEmpty() ? NEVER : Phrase.any(texts.texts());
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
