package dev.zhaoshang.faults;

import dev.zhaoshang.channel.telegram.TelegramStandIn.Fault;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What goes wrong with calls of the platform, by the dice. */
final class Weather implements Function<String, @Nullable Fault> {

  private final Random random;
  private boolean fair;

  Weather(Random random) {
    this.random = random;
  }

  /** From now on nothing goes wrong. */
  synchronized void clear() {
    fair = true;
  }

  @Override
  public synchronized @Nullable Fault apply(String method) {
    if (fair) {
      return null;
    }
    int dice = random.nextInt(100);
    if (method.equals("getupdates")) {
      return ofPoll(dice);
    }
    return switch (dice) {
      case 0, 1 -> new Fault.Refusal(429, "Too Many Requests", 1);
      case 2 -> new Fault.Refusal(500, "Internal Server Error", 0);
      case 3 -> new Fault.Raw(502, "<html>Bad Gateway</html>");
      case 4 -> new Fault.Close();
      case 5 -> new Fault.BreakOff();
      case 6 -> new Fault.LoseAnswer();
      default -> null;
    };
  }

  private @Nullable Fault ofPoll(int dice) {
    if (dice < 30) {
      return new Fault.Muddle(new Random(random.nextLong()));
    }
    return switch (dice) {
      case 30 -> new Fault.Refusal(429, "Too Many Requests", 1);
      case 31 -> new Fault.Raw(502, "<html>Bad Gateway</html>");
      case 32 -> new Fault.Close();
      case 33 -> new Fault.BreakOff();
      case 34 -> new Fault.LoseAnswer();
      default -> null;
    };
  }
}
