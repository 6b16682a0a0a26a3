package dev.zhaoshang.content;

import java.util.List;

/** Whether a card helps on the phone: enough answers, each short enough to be said at once. */
final class CardCheck implements Check {

  private static final int FEWEST_ANSWERS = 4;
  private static final int LONGEST_ZH = 28;
  private static final int LONGEST_EN = 20;

  @Override
  public void check(Folder folder, List<Problem> problems) {
    for (Tree card : folder.all(Kind.OBJECTION).values()) {
      List<Tree> answers = card.at("answers").items();
      if (answers.size() < FEWEST_ANSWERS) {
        String count = Integer.toString(answers.size());
        problems.add(Problem.of(Rule.FEW_ANSWERS, card.at("answers").place(), count));
      }
      for (Tree answer : answers) {
        length(answer.at("say"), problems);
      }
      for (Tree.Entry entry : card.at("together").entries().values()) {
        if (!Objection.IDS.contains(entry.key())) {
          problems.add(
              Problem.unknown(Rule.UNKNOWN_OBJECTION, entry.place(), entry.key(), Objection.IDS));
        }
      }
    }
  }

  private static void length(Tree say, List<Problem> problems) {
    Tree zh = say.at("zh");
    long han =
        zh.text()
            .codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
            .count();
    limit(zh, han, LONGEST_ZH, problems);
    Tree en = say.at("en");
    limit(en, en.text().strip().split("\\s+").length, LONGEST_EN, problems);
  }

  private static void limit(Tree text, long length, int longest, List<Problem> problems) {
    if (length > longest) {
      problems.add(
          Problem.of(
              Rule.LONG_SAY, text.place(), Long.toString(length), Integer.toString(longest)));
    }
  }
}
