package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.store.Distributors.Match;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a turn may read, loaded before it is decided.
 *
 * @param distributors by id: the current one and every one that the turn refers to
 * @param matches living distributors of anybody with a mobile or company that the turn told
 * @param known the same by their look-up keys, of the customers of a list that came in
 * @param portfolio the rep's distributors, oldest first; loaded for turns that choose among them
 * @param ledgers by id: the rep's own, the current distributor's and those that the turn needs
 * @param speaker who speaks; loaded for turns about people, and where something fell due, else null
 * @param people everybody; loaded for turns about people
 * @param superior whom the speaker reports to; loaded where that matters, else null
 * @param led those whom the speaker leads; loaded for turns about their days
 * @param team cards of the reps whom the speaker leads, by rep; loaded for turns about a team
 * @param names of the people in {@code matches} and {@code team}, by id
 * @param lost id of the reply that says why the session's current distributor is none any more;
 *     null while it is one, or none is current
 */
record Snapshot(
    Map<String, Distributor> distributors,
    List<Match> matches,
    Map<String, List<Match>> known,
    List<Card> portfolio,
    Map<String, Ledger> ledgers,
    @Nullable Person speaker,
    List<Person> people,
    @Nullable Person superior,
    List<Person> led,
    Map<String, List<Card>> team,
    Map<String, String> names,
    @Nullable String lost) {

  Snapshot {
    distributors = Map.copyOf(distributors);
    matches = List.copyOf(matches);
    known = Map.copyOf(known);
    portfolio = List.copyOf(portfolio);
    ledgers = Map.copyOf(ledgers);
    people = List.copyOf(people);
    team = Map.copyOf(team);
    led = List.copyOf(led);
    names = Map.copyOf(names);
  }
}
