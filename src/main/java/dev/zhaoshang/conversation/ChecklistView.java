package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Checklist;
import dev.zhaoshang.content.Checklist.Item;
import dev.zhaoshang.content.Checklist.Lock;
import dev.zhaoshang.content.Checklist.Style;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.PriceLock;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows a checklist: an item with its sentence, or the whole list, with buttons to tick. */
final class ChecklistView {

  /** {@code tick:<run>:<item>}. */
  static final String TICK = "tick";

  /** {@code tickall:<run>}. */
  static final String TICK_ALL = "tickall";

  /** {@code pass:<run>:<item>}. */
  static final String PASS = "pass";

  /** {@code whole:<run>}. */
  static final String WHOLE = "whole";

  /** {@code list:<checklist>}. */
  static final String OPEN = "list";

  /** All verbs of its buttons. */
  static final Set<String> VERBS = Set.of(TICK, TICK_ALL, PASS, WHOLE, OPEN);

  private final Draft draft;

  ChecklistView(Draft draft) {
    this.draft = draft;
  }

  /**
   * Names a run in its buttons, so that one from another distributor's list ticks nothing of this.
   */
  static String key(ChecklistRun run) {
    String all = run.ledger().id() + "|" + run.list().id() + "|" + run.occasion();
    String hash = Ids.of(all, 0);
    return hash.substring(0, Math.min(8, hash.length()));
  }

  /** One item with what to say. */
  void step(String replyId, String lead, ChecklistRun run, Item item) {
    Checklist list = run.list();
    String title =
        draft.text(
            "checklist.step",
            Map.of(
                "title", list.title().in(draft.language()),
                "done", String.valueOf(run.done()),
                "all", String.valueOf(list.items().size()),
                "n", String.valueOf(list.items().indexOf(item) + 1),
                "item", item.title().in(draft.language())));
    Optional<PriceLock> lock = lock(item);
    List<String> lines = new ArrayList<>();
    if (!lead.isEmpty()) {
      lines.add(lead);
    }
    lines.add(title);
    lines.add(
        lock.map(new Pricing(draft)::explain).orElseGet(() -> item.say().in(draft.language())));
    if (lock.isEmpty() && !item.facts().isEmpty()) {
      lines.addAll(new Evidence(draft).lines(item.facts()));
    }
    List<Button> buttons = new ArrayList<>();
    if (!item.answer() && lock.isEmpty()) {
      buttons.add(button("button.ticked", TICK, key(run), item.id()));
    }
    if (!item.must()) {
      buttons.add(button("button.skip", PASS, key(run), item.id()));
    }
    buttons.add(button("button.whole", WHOLE, key(run)));
    buttons.add(leave());
    draft.reply(new Reply(replyId, String.join("\n", lines), null, null, buttons));
  }

  /** What keeps an item from being said now; empty when nothing does. */
  Optional<PriceLock> lock(Item item) {
    return item.lock() == Lock.PRICE ? new Pricing(draft).lock() : Optional.empty();
  }

  /** The whole list with its ticks. */
  void whole(String replyId, String lead, ChecklistRun run) {
    Checklist list = run.list();
    List<String> lines = new ArrayList<>();
    if (!lead.isEmpty()) {
      lines.add(lead);
    }
    lines.add(
        draft.text(
            "checklist.whole",
            Map.of(
                "title", list.title().in(draft.language()),
                "done", String.valueOf(run.done()),
                "all", String.valueOf(list.items().size()))));
    int n = 0;
    for (Item item : list.items()) {
      lines.add(line(run, item, ++n));
    }
    draft.reply(new Reply(replyId, String.join("\n", lines), null, null, buttons(run)));
  }

  private String line(ChecklistRun run, Item item, int n) {
    boolean passed = run.tick(item).map(tick -> tick.state() == Tick.State.SKIPPED).orElse(false);
    String mark = run.done(item) ? "✓ " : passed ? "– " : "· ";
    String note = run.tick(item).map(Tick::note).orElse("");
    String told = run.list().style() == Style.STEPS ? "" : item.say().in(draft.language());
    String after = run.done(item) || told.isEmpty() ? note : told;
    String title = item.title().in(draft.language());
    return mark
        + n
        + " "
        + (after.isEmpty() ? title : title + draft.text("list.colon", Map.of()) + after)
        + photos(draft, run, item);
  }

  /** How many photos show an item; empty for none. */
  static String photos(Draft draft, ChecklistRun run, Item item) {
    long n = run.photos(item);
    return n == 0 ? "" : draft.text("checklist.photos", Map.of("n", String.valueOf(n)));
  }

  private List<Button> buttons(ChecklistRun run) {
    List<Button> buttons = new ArrayList<>();
    if (run.list().style() != Style.REMINDER) {
      run.open()
          .forEach(
              item ->
                  buttons.add(
                      new Button(
                          item.title().in(draft.language()),
                          Buttons.data(TICK, key(run), item.id()))));
    }
    boolean answers = run.list().items().stream().anyMatch(Item::answer);
    if (!run.open().isEmpty() && !answers) {
      String label = run.list().style() == Style.REMINDER ? "button.noticed" : "button.tickall";
      buttons.add(button(label, TICK_ALL, key(run)));
    }
    buttons.add(leave());
    return buttons;
  }

  private Button leave() {
    return button("button.enough", Buttons.COMMAND, "back");
  }

  private Button button(String label, String verb, String... arguments) {
    return new Button(draft.text(label, Map.of()), Buttons.data(verb, arguments));
  }
}
