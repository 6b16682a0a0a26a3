package dev.zhaoshang.content;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether every reply that the program says has a text. */
final class ReplyCheck implements Check {

  private final Set<String> required;

  ReplyCheck(Set<String> required) {
    this.required = new TreeSet<>(required);
  }

  @Override
  public void check(Folder folder, List<Problem> problems) {
    folder.one(Kind.REPLIES).ifPresent(replies -> missing(replies, problems));
  }

  private void missing(Tree replies, List<Problem> problems) {
    for (String id : required) {
      if (!replies.entries().containsKey(id)) {
        Place place = Place.ofFile(Kind.REPLIES.path());
        problems.add(Problem.of(Rule.MISSING_REPLY, place, id));
      }
    }
  }
}
