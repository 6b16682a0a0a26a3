package dev.zhaoshang.content;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether one utterance is taught as two things, which leaves the recogniser in doubt. */
final class SharedExampleCheck implements Check {

  private record Taught(String as, Place place) {}

  @Override
  public void check(Folder folder, List<Problem> problems) {
    Map<String, Taught> taught = new HashMap<>();
    folder
        .all(Kind.OBJECTION)
        .forEach((id, card) -> teach(card.at("examples"), id, taught, problems));
    folder
        .one(Kind.UNCOVERED)
        .ifPresent(examples -> teach(examples, "uncovered", taught, problems));
    folder.one(Kind.NOTHING).ifPresent(kinds -> teach(kinds, "nothing", taught, problems));
    folder.one(Kind.ACTS).ifPresent(acts -> checkActs(acts, problems));
  }

  private static void checkActs(Tree acts, List<Problem> problems) {
    Map<String, Taught> taught = new HashMap<>();
    acts.entries().forEach((id, act) -> teach(act.value(), id, taught, problems));
  }

  private static void teach(
      Tree examples, String as, Map<String, Taught> taught, List<Problem> problems) {
    for (Tree.Scalar example : examples.scalars()) {
      Taught now = new Taught(as, example.place());
      Taught before = taught.putIfAbsent(essence(example.text()), now);
      if (before != null && !before.as().equals(as)) {
        problems.add(
            Problem.of(
                Rule.SHARED_EXAMPLE, example.place(), example.text(), before.place().toString()));
      }
    }
  }

  /** Letters and digits only, in lower case. */
  private static String essence(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
