package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.store.Distributors.Match;
import java.util.List;
import java.util.Map;

/**
 * What a turn may read, loaded before it is decided.
 *
 * @param distributors by id: the current one and every one that the turn refers to
 * @param matches living distributors of anybody with a mobile or company that the turn told
 * @param portfolio the rep's distributors, oldest first; loaded for turns that choose among them
 * @param names of the people in {@code matches}, by id
 */
record Snapshot(
    Map<String, Distributor> distributors,
    List<Match> matches,
    List<Card> portfolio,
    Map<String, String> names) {

  Snapshot {
    distributors = Map.copyOf(distributors);
    matches = List.copyOf(matches);
    portfolio = List.copyOf(portfolio);
    names = Map.copyOf(names);
  }
}
