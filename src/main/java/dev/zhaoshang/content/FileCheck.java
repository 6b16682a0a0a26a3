package dev.zhaoshang.content;

import java.util.List;
import java.util.Set;

/** Which files there are: those without which the program cannot talk, and the eight cards. */
final class FileCheck implements Check {

  private static final List<String> REQUIRED =
      List.of(
          Kind.FORM.fileOf("intake"),
          Kind.WORDS.path(),
          Kind.REPLIES.path(),
          Kind.NOTHING.path(),
          Kind.COMPLIANCE.path());

  @Override
  public void check(Folder folder, List<Problem> problems) {
    Set<String> names = folder.names();
    for (String required : REQUIRED) {
      if (!names.contains(required)) {
        problems.add(Problem.of(Rule.MISSING_FILE, Place.ofFile(required)));
      }
    }
    for (String id : Objection.IDS) {
      String file = Kind.OBJECTION.fileOf(id);
      if (!names.contains(file)) {
        problems.add(
            Problem.of(Rule.MISSING_OBJECTION, Place.ofFile(Kind.OBJECTION.path()), id, file));
      }
    }
  }
}
