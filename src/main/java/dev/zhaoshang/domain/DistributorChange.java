package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a turn changes on one distributor. Applying it twice is applying it once.
 *
 * @param key unique: {@code <turn id>#<n>}
 * @param turn id of the turn
 * @param at when
 * @param distributor id of the distributor; it is begun when it does not exist
 * @param owner rep who owns it, should it have to be begun
 * @param set facts that become these
 * @param cleared fields that become open
 * @param mergedInto id of the distributor that takes this one in; empty for a living one
 * @param from id of the distributor whose facts these are, in a merge; null for others
 */
public record DistributorChange(
    String key,
    String turn,
    Instant at,
    String distributor,
    String owner,
    Map<String, Fact> set,
    List<String> cleared,
    String mergedInto,
    @Nullable String from) {

  public DistributorChange {
    set = Map.copyOf(set);
    cleared = List.copyOf(cleared);
  }
}
