package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Listens to the driver's commands: which indexes are declared, and by what documents are looked
 * for. A filter is served if it names an {@code _id}, or if its fields are the first ones of a
 * declared index, of which only the last may be a range.
 */
final class FiltersSeen implements CommandListener {

  private static final Set<String> RANGES = Set.of("$lt", "$lte", "$gt", "$gte");

  /** The list of people that an administrator or a superior asks for: a few hundred, and rare. */
  private static final Filter EVERYBODY = new Filter("people", Set.of(), Set.of());

  private final Map<String, Set<List<String>>> indexes = new ConcurrentHashMap<>();
  private final Set<Filter> filters = ConcurrentHashMap.newKeySet();

  /** Fields that have to be equal to something, and those within bounds. */
  private record Filter(String collection, Set<String> equal, Set<String> ranges) {

    static Filter of(String collection, BsonDocument query) {
      Set<String> equal = new TreeSet<>();
      Set<String> ranges = new TreeSet<>();
      query.forEach((field, value) -> (isRange(value) ? ranges : equal).add(field));
      return new Filter(collection, equal, ranges);
    }

    private static boolean isRange(BsonValue value) {
      return value.isDocument() && value.asDocument().keySet().stream().anyMatch(RANGES::contains);
    }

    boolean isServedBy(List<String> index) {
      int first = equal.size();
      int all = first + ranges.size();
      return ranges.size() <= 1
          && all > 0
          && all <= index.size()
          && equal.equals(new TreeSet<>(index.subList(0, first)))
          && index.subList(first, all).containsAll(ranges);
    }
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    BsonDocument command = event.getCommand();
    String name = event.getCommandName();
    switch (name) {
      case "createIndexes" -> declared(command.getString(name).getValue(), command);
      case "find", "count" -> seen(command, name, command.getDocument("filter", none()));
      case "distinct", "findAndModify" -> seen(command, name, command.getDocument("query", none()));
      case "update" -> changes(command, name, "updates");
      case "delete" -> changes(command, name, "deletes");
      case "aggregate" ->
          seen(
              command,
              name,
              command.getArray("pipeline").get(0).asDocument().getDocument("$match", none()));
      default -> {}
    }
  }

  private void changes(BsonDocument command, String name, String list) {
    command
        .getArray(list)
        .forEach(change -> seen(command, name, change.asDocument().getDocument("q")));
  }

  private void seen(BsonDocument command, String name, BsonDocument query) {
    filters.add(Filter.of(command.getString(name).getValue(), query));
  }

  private void declared(String collection, BsonDocument command) {
    command
        .getArray("indexes")
        .forEach(
            index ->
                indexes
                    .computeIfAbsent(collection, c -> ConcurrentHashMap.newKeySet())
                    .add(List.copyOf(index.asDocument().getDocument("key").keySet())));
  }

  private static BsonDocument none() {
    return new BsonDocument();
  }

  /** Fails for a filter that no index serves, and if it heard of nothing at all. */
  void check() {
    Map<String, List<Filter>> slow = new TreeMap<>();
    filters.stream()
        .filter(filter -> !filter.equal().contains("_id") && !filter.equals(EVERYBODY))
        .filter(
            filter ->
                indexes.getOrDefault(filter.collection(), Set.of()).stream()
                    .noneMatch(filter::isServedBy))
        .forEach(
            filter ->
                slow.computeIfAbsent(filter.collection(), c -> new ArrayList<>()).add(filter));
    assertThat(slow).as("filters without an index; declared are " + indexes).isEmpty();
    assertThat(filters)
        .extracting(Filter::collection)
        .contains("inbox", "sessions", "distributors");
    assertThat(indexes).containsKeys("inbox", "distributors", "outbox", "ledgers", "people");
  }
}
