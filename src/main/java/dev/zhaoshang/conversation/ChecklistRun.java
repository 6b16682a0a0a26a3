package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Checklist;
import dev.zhaoshang.content.Checklist.Item;
import dev.zhaoshang.domain.Attachment;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Tick;
import java.util.List;
import java.util.Optional;

/**
 * A checklist on one occasion, with what is ticked of it.
 *
 * @param list the checklist
 * @param ledger in which its ticks stand
 * @param occasion what it is ticked for, see {@link Tick#occasion()}
 */
record ChecklistRun(Checklist list, Ledger ledger, String occasion) {

  Optional<Tick> tick(Item item) {
    return ledger.find(Tick.class, Tick.id(list.id(), occasion, item.id()));
  }

  boolean done(Item item) {
    return tick(item).map(tick -> tick.state() == Tick.State.DONE).orElse(false);
  }

  long done() {
    return list.items().stream().filter(this::done).count();
  }

  /** How many photos show an item. */
  long photos(Item item) {
    String id = Tick.id(list.id(), occasion, item.id());
    return ledger.all(Attachment.class).stream().filter(one -> id.equals(one.tick())).count();
  }

  /** Items that are neither done nor passed over, in their order. */
  List<Item> open() {
    return list.items().stream().filter(item -> tick(item).isEmpty()).toList();
  }

  /** Items that are still to be done although they may not be passed over. */
  List<Item> owed() {
    return list.items().stream().filter(item -> item.must() && !done(item)).toList();
  }

  /** The first open item after the one with that id, or else the first open one. */
  Optional<Item> next(String after) {
    List<Item> open = open();
    List<String> ids = list.items().stream().map(Item::id).toList();
    return open.stream()
        .filter(item -> ids.indexOf(item.id()) > ids.indexOf(after))
        .findFirst()
        .or(() -> open.stream().findFirst());
  }
}
