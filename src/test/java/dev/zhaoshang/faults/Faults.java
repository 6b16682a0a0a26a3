package dev.zhaoshang.faults;

import dev.zhaoshang.faults.Checker.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.springframework.util.FileSystemUtils;

/** Runs the faults, as docs/faults.md says, and ends with 1 when the checker complains. */
public final class Faults {

  private Faults() {}

  /** What to do is in the system properties {@code faults.*}. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Plan plan = Plan.fromSystemProperties();
    out.printf("Faults with -Dfaults.seed=%d%n", plan.seed());
    FileSystemUtils.deleteRecursively(plan.folder());
    Files.createDirectories(plan.folder());
    long begun = System.nanoTime();
    Verdict verdict;
    try (Campaign campaign = new Campaign(plan, out::println)) {
      verdict = campaign.run();
      out.printf(
          "%d kills, %d of them at work; %d of the database, without which %d starts failed%n",
          campaign.kills(), campaign.killsAtWork(), campaign.databaseKills(), campaign.ended());
    }
    out.printf(
        "%d s: %d turns, %d of them reminders; %d replies sent, %d of them twice%n",
        (System.nanoTime() - begun) / 1_000_000_000L,
        verdict.turns(),
        verdict.reminders(),
        verdict.sent(),
        verdict.twice());
    verdict.complaints().forEach(complaint -> out.println("  " + complaint));
    out.println(verdict.complaints().size() + " complaints");
    System.exit(verdict.complaints().isEmpty() ? 0 : 1);
  }
}
