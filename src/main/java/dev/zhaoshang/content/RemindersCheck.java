package dev.zhaoshang.content;

import dev.zhaoshang.domain.Rhythm;
import java.time.LocalTime;
import java.util.List;

/**
 * Whether nothing is planned for the quiet hours, in which it would wait until they are over: a
 * check-in would be asked for the next morning.
 */
final class RemindersCheck implements Check {

  private static final String NUDGE = "nudgeMinutes";

  @Override
  public void check(Folder folder, List<Problem> problems) {
    folder.one(Kind.REMINDERS).ifPresent(file -> check(file, problems));
  }

  private static void check(Tree file, List<Problem> problems) {
    Reminders reminders = RemindersBuilder.build(file);
    Rhythm usual = reminders.usual();
    check(file, "brief", usual.brief(), usual, problems);
    check(file, "checkin", usual.checkin(), usual, problems);
    check(file, "digest", usual.digest(), usual, problems);
    if (!usual.isQuiet(usual.checkin())) {
      check(file, NUDGE, usual.checkin().plus(reminders.nudge()), usual, problems);
    }
  }

  private static void check(
      Tree file, String key, LocalTime time, Rhythm usual, List<Problem> problems) {
    if (usual.isQuiet(time)) {
      problems.add(
          Problem.of(
              Rule.IN_QUIET_HOURS,
              file.at(key).place(),
              key,
              time.toString(),
              usual.quietFrom().toString(),
              usual.quietTo().toString()));
    }
  }
}
