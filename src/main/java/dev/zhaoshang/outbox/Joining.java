package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Reply;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Replies that wait for one chat go as one message, where the platform takes few. Those that went
 * so and may have been accepted go so again: one by one, the first would come a second time behind
 * what follows it. Pure.
 */
final class Joining {

  private static final String BETWEEN = "\n\n";

  private Joining() {}

  /**
   * The first item with those after it that may go with it, up to one with buttons, which stand at
   * the end: answers that nobody tried to send yet; after one in doubt, those in doubt, for only
   * what went in one message is in doubt at one time.
   *
   * @param due what is due, in order; at least one
   */
  static Item first(Iterator<Item> due, Sender sender) {
    Item first = due.next();
    List<OutboxEntry> entries = new ArrayList<>(List.of(first.entry()));
    boolean open = mayJoin(first, first.inDoubt());
    while (open && due.hasNext() && last(entries).reply().buttons().isEmpty()) {
      Item next = due.next();
      entries.add(next.entry());
      open = mayJoin(next, first.inDoubt()) && sender.joins(joined(entries));
      if (!open) {
        entries.remove(entries.size() - 1);
      }
    }
    return new Item(first.entry(), entries.subList(1, entries.size()), first.result());
  }

  private static boolean mayJoin(Item item, boolean again) {
    OutboxEntry entry = item.entry();
    return item.interactive()
        && item.result() == null
        && item.inDoubt() == again
        && (again || entry.tries() == 0)
        && entry.reply().chart() == null
        && entry.reply().paper() == null
        && entry.reply().enclosure() == null;
  }

  /** Several entries as one, which has the first's id and the last's buttons. */
  static OutboxEntry joined(List<OutboxEntry> entries) {
    OutboxEntry first = entries.get(0);
    if (entries.size() == 1) {
      return first;
    }
    Reply reply = last(entries).reply();
    String text =
        entries.stream().map(entry -> entry.reply().text()).collect(Collectors.joining(BETWEEN));
    return first.saying(
        new Reply(reply.id(), text, reply.asks(), reply.objection(), reply.buttons()));
  }

  private static OutboxEntry last(List<OutboxEntry> entries) {
    return entries.get(entries.size() - 1);
  }
}
