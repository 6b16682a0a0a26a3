package dev.zhaoshang.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.faults.Checker.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills of the application; docs/faults.md names the command for many. */
class FaultsTest {

  @TempDir private Path folder;

  @Test
  void after_a_few_kills_nothing_is_lost_or_done_twice() throws IOException {
    Plan plan = new Plan(7, 60, 3, 8, folder, false, false, 1, "", 1);
    Verdict verdict;
    try (Campaign campaign = new Campaign(plan, line -> {})) {
      verdict = campaign.run();
    }
    assertThat(verdict.complaints()).as("seed %d", plan.seed()).isEmpty();
    assertThat(verdict.turns()).isGreaterThan(60);
  }
}
