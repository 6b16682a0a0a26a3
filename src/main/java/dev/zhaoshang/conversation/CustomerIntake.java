package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Distributors.Match;
import dev.zhaoshang.understanding.customers.CustomerRows.Customer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes customers of a list as existing ones of a rep. Taking the same row twice takes it once. */
public final class CustomerIntake {

  private final Function<String, List<Match>> matching;
  private final String rep;
  private final Set<String> seen = new HashSet<>();

  /**
   * For the rows of one list.
   *
   * @param matching finds living distributors by a look-up key
   * @param rep id of who gets them
   */
  public CustomerIntake(Function<String, List<Match>> matching, String rep) {
    this.matching = matching;
    this.rep = rep;
  }

  /** Why a row cannot be taken: the ending of a message's key; empty when it can. */
  public Optional<String> trouble(Customer customer) {
    List<String> keys = keys(customer);
    if (!customer.found().containsKey("name") && !customer.found().containsKey("company")) {
      return Optional.of("nameless");
    }
    if (keys.stream().anyMatch(key -> !seen.add(key))) {
      return Optional.of("twice");
    }
    boolean known =
        keys.stream()
            .flatMap(key -> matching.apply(key).stream())
            .anyMatch(match -> !match.distributor().equals(id(customer)));
    return known ? Optional.of("known") : Optional.empty();
  }

  /** Keys by which it is told whether somebody has the customer. */
  static List<String> keys(Customer customer) {
    return Stream.concat(
            customer.text("mobile").map(Distributors::mobileKey).stream(),
            customer.text("company").map(Distributors::companyKey).stream())
        .toList();
  }

  /**
   * What puts a customer on record, on behalf of a turn.
   *
   * @param existing whether it is certain that it buys already
   */
  public DistributorChange change(Customer customer, String turn, Instant now, boolean existing) {
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
    if (existing) {
      facts.put(
          Stage.FIELD,
          new Fact(
              new Value.Text(Stage.EXISTING.id()), "", List.of(), FactState.KNOWN, turn, now, 1));
    }
    return new DistributorChange(
        turn + "#0", turn, now, id(customer), rep, facts, List.of(), "", null);
  }

  /** That one who was taken buys already. */
  public Milestone existing(Instant now) {
    return new Milestone(
        Milestone.id(Stage.EXISTING), Stage.EXISTING, Milestone.State.REACHED, "", rep, now);
  }

  /**
   * The same for the same person and company of the same rep, so that a list can be taken again.
   */
  public String id(Customer customer) {
    String all =
        rep
            + "|"
            + customer.text("name").orElse("")
            + "|"
            + customer.text("company").orElse("")
            + "|"
            + customer.text("mobile").orElse("");
    long bits =
        UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    return Long.toUnsignedString(bits, 36);
  }
}
