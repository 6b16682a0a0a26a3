package dev.zhaoshang.content;

import dev.zhaoshang.domain.Rhythm;
import java.time.Duration;

/**
 * When the assistant speaks unasked, as reminders.yml says.
 *
 * @param usual times and days of those who wish nothing else
 * @param nudge so long after the question of the check-in comes the one nudge
 * @param busy without a message for so long, somebody is not in the middle of anything; until then
 *     what is due waits
 * @param patience it waits no longer than that
 */
public record Reminders(Rhythm usual, Duration nudge, Duration busy, Duration patience) {

  /** Where there is no reminders.yml. */
  public static final Reminders USUAL =
      new Reminders(Rhythm.USUAL, Duration.ofHours(2), Duration.ofMinutes(10), Duration.ofHours(1));
}
