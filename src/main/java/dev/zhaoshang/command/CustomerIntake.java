package dev.zhaoshang.command;

import dev.zhaoshang.command.CustomerRows.Customer;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.mongo.MongoStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes customers of a list as existing ones of a rep. Taking the same row twice takes it once. */
final class CustomerIntake {

  private final MongoStore store;
  private final String rep;
  private final Instant now;
  private final Set<String> seen = new HashSet<>();

  CustomerIntake(MongoStore store, String rep, Instant now) {
    this.store = store;
    this.rep = rep;
    this.now = now;
  }

  /** Why a row cannot be taken: the ending of a message's key; empty when it can. */
  Optional<String> trouble(Customer customer) {
    List<String> keys = keys(customer);
    if (!customer.found().containsKey("name") && !customer.found().containsKey("company")) {
      return Optional.of("nameless");
    }
    if (keys.stream().anyMatch(key -> !seen.add(key))) {
      return Optional.of("twice");
    }
    boolean known =
        keys.stream()
            .flatMap(key -> store.distributors().matching(key).stream())
            .anyMatch(match -> !match.distributor().equals(id(customer)));
    return known ? Optional.of("known") : Optional.empty();
  }

  private static List<String> keys(Customer customer) {
    return Stream.concat(
            text(customer, "mobile").map(Distributors::mobileKey).stream(),
            text(customer, "company").map(Distributors::companyKey).stream())
        .toList();
  }

  private static Optional<String> text(Customer customer, String field) {
    return Optional.ofNullable(customer.found().get(field))
        .map(Found::value)
        .map(value -> String.valueOf(value.raw()));
  }

  /** Puts a customer on record. */
  void take(Customer customer) {
    String id = id(customer);
    String turn = "import:" + id;
    Map<String, Fact> facts = new HashMap<>();
    customer
        .found()
        .forEach(
            (field, found) ->
                facts.put(
                    field,
                    new Fact(
                        found.value(),
                        found.words(),
                        found.codes(),
                        FactState.KNOWN,
                        turn,
                        now,
                        found.confidence())));
    facts.put(
        Stage.FIELD,
        new Fact(
            new Value.Text(Stage.EXISTING.id()), "", List.of(), FactState.KNOWN, turn, now, 1));
    store
        .distributors()
        .apply(new DistributorChange(turn + "#0", turn, now, id, rep, facts, List.of(), "", null));
    Milestone existing =
        new Milestone(
            Milestone.id(Stage.EXISTING), Stage.EXISTING, Milestone.State.REACHED, "", rep, now);
    store
        .ledgers()
        .apply(new LedgerChange(Ledger.ofDistributor(id), rep, turn, List.of(existing), List.of()));
  }

  /**
   * The same for the same person and company of the same rep, so that a list can be taken again.
   */
  private String id(Customer customer) {
    String all =
        rep
            + "|"
            + text(customer, "name").orElse("")
            + "|"
            + text(customer, "company").orElse("")
            + "|"
            + text(customer, "mobile").orElse("");
    long bits =
        UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    return Long.toUnsignedString(bits, 36);
  }
}
