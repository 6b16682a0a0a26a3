package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.Table;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Inbox;
import dev.zhaoshang.understanding.customers.CustomerRows;
import dev.zhaoshang.understanding.customers.CustomerRows.Listed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists of customers that people send. Between the preview and the button that takes them they are
 * nowhere but in the inbox, as they came.
 */
final class CustomerLists {

  private final Inbox inbox;

  CustomerLists(Inbox inbox) {
    this.inbox = inbox;
  }

  /** The customers of the sheet that came in, or that the button is about; null for none. */
  @Nullable Listed of(Brain brain, Update update) {
    return sheet(update)
        .filter(text -> !text.isEmpty())
        .map(Table::of)
        .flatMap(table -> read(brain, table))
        .orElse(null);
  }

  private static Optional<Listed> read(Brain brain, Table table) {
    CustomerRows rows = new CustomerRows(brain.content(), brain.understanding());
    return rows.isList(table) ? Optional.of(rows.read(table)) : Optional.empty();
  }

  private Optional<String> sheet(Update update) {
    if (update.kind() == Update.Kind.SHEET) {
      return Optional.of(update.text());
    }
    List<String> parts = Buttons.parts(Objects.requireNonNullElse(update.button(), ""));
    return parts.get(0).equals(ImportFlow.VERB) && parts.size() == ImportFlow.PARTS
        ? inbox
            .at(update.rep(), ImportFlow.place(parts.get(1)))
            .map(InboxEntry::body)
            .filter(body -> body.kind() == Update.Kind.SHEET)
            .map(Update::text)
        : Optional.empty();
  }
}
