package dev.zhaoshang.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether every sentence that is offered for saying keeps to compliance.yml, and whether the rules
 * catch their own samples.
 */
final class ComplianceCheck implements Check {

  /** Keys under which sentences stand that a rep may say or send, by kind of file. */
  private static final Map<Kind, Set<String>> SAYABLE =
      Map.of(
          Kind.OBJECTION, Set.of("say", "ask", "example", "reasons", "next", "what"),
          Kind.FORM, Set.of("ask", "retry"),
          Kind.PRODUCTS, Set.of("selling", "salesIdea", "report"),
          Kind.CHECKLIST, Set.of("title", "lead", "say"),
          Kind.NOTICE, Set.of("text"),
          Kind.REPLIES, Set.of("zh", "en"),
          Kind.POLICY, Set.copyOf(Offer.Policy.POINTS),
          Kind.COMPLIANCE, Set.of("instead"),
          Kind.PRACTICE, Set.of("model", "instead"));

  @Override
  public void check(Folder folder, List<Problem> problems) {
    folder.one(Kind.COMPLIANCE).ifPresent(file -> check(folder, file, problems));
  }

  private static void check(Folder folder, Tree file, List<Problem> problems) {
    Compliance compliance = ComplianceBuilder.build(file);
    // in parallel: a thousand sentences by all rules take one processor a second at each start
    sayable(folder).parallelStream()
        .flatMap(sentence -> unlawful(compliance, sentence))
        .forEachOrdered(problems::add);
    for (Tree rule : file.at("rules").items()) {
      String id = rule.at("id").text();
      samples(compliance, rule.at("hits"), id, true, problems);
      samples(compliance, rule.at("fine"), id, false, problems);
    }
  }

  private static List<Tree.Scalar> sayable(Folder folder) {
    List<Tree.Scalar> found = new ArrayList<>();
    SAYABLE.forEach(
        (kind, keys) -> folder.all(kind).values().forEach(tree -> found.addAll(said(tree, keys))));
    return found;
  }

  private static List<Tree.Scalar> said(Tree tree, Set<String> keys) {
    List<Tree.Scalar> found = new ArrayList<>();
    tree.items().forEach(item -> found.addAll(said(item, keys)));
    tree.entries()
        .forEach(
            (key, entry) ->
                found.addAll(
                    keys.contains(key) ? entry.value().scalars() : said(entry.value(), keys)));
    return found;
  }

  private static Stream<Problem> unlawful(Compliance compliance, Tree.Scalar sentence) {
    return compliance.find(sentence.text()).stream()
        .map(
            hit ->
                Problem.of(
                    Rule.UNLAWFUL,
                    sentence.place(),
                    sentence.text().substring(hit.from(), hit.to()),
                    hit.rule().id()));
  }

  private static void samples(
      Compliance compliance, Tree samples, String id, boolean caught, List<Problem> problems) {
    for (Tree sample : samples.items()) {
      boolean hit =
          compliance.find(sample.text()).stream().anyMatch(one -> one.rule().id().equals(id));
      if (hit != caught) {
        problems.add(Problem.of(Rule.RULE_SAMPLE, sample.place(), sample.text(), id));
      }
    }
  }
}
