package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.PriceLock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our discount rate and supply price, or why they must not be quoted and what to say instead. */
final class RateFlow implements Flow {

  private final Draft draft;

  RateFlow(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.RATE) {
      return false;
    }
    Optional<PriceLock> lock = new Pricing(draft).lock();
    if (lock.isPresent()) {
      draft.say("rate.locked", Map.of("text", new Pricing(draft).explain(lock.get())));
    } else {
      List<String> lines =
          new Evidence(draft).lines(List.of("discountRate", "supplyPrice", "retail"));
      draft.say(
          "rate",
          Map.of("text", String.join("\n", lines)),
          new Button(
              draft.text("button.profit", Map.of()), Buttons.data(Buttons.COMMAND, "profit")));
    }
    return true;
  }
}
