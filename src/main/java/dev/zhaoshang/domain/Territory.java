package dev.zhaoshang.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who works a region with one of our products. It stands in the ledger of its region and in those
 * of the regions around it, so that whoever asks for a city finds the agents of its districts too.
 *
 * @param id {@code <region code>:<product id>}
 * @param region the gazetteer's code: two digits a level, e.g. {@code 320500} for a city
 * @param words the region as typed
 * @param product id of the product, of products.yml
 * @param agent the agent's name; null while the region is free
 * @param protectedUntil last day of the agent's protection; null when none was told
 * @param distributor id of the distributor whose contract registered it; null where somebody did
 * @param turn id of the turn that registered it; null where that was not kept
 * @param over id of the turn whose registration it takes the place of; null for none that is known
 * @param beside ids of the turns whose registrations of regions around or within were known when a
 *     contract was signed; null where that was not kept
 */
public record Territory(
    String id,
    String region,
    String words,
    String product,
    @Nullable String agent,
    @Nullable LocalDate protectedUntil,
    @Nullable String distributor,
    @Nullable String turn,
    @Nullable String over,
    @Nullable List<String> beside)
    implements LedgerEntry {

  private static final String LEDGER = "territory:";
  private static final int LEVELS = 3;

  public Territory {
    beside = beside == null ? null : List.copyOf(beside);
  }

  /** One that somebody registered, it is not kept in which turn. */
  public Territory(
      String id,
      String region,
      String words,
      String product,
      @Nullable String agent,
      @Nullable LocalDate protectedUntil) {
    this(id, region, words, product, agent, protectedUntil, null, null, null, null);
  }

  /**
   * Who asks for a region.
   *
   * @param distributor id of the distributor
   * @param names of it
   * @param today where it is asked
   */
  public record Asking(String distributor, Collection<String> names, LocalDate today) {
    public Asking {
      names = List.copyOf(names);
    }
  }

  /** Whether it keeps that distributor out: another one is the agent, and still protected. */
  public boolean bars(Asking asking) {
    return isHeld(asking.today()) && !isOf(asking);
  }

  /** Whether the region has an agent on that day; the last day of the protection counts. */
  public boolean isHeld(LocalDate day) {
    return agent != null && (protectedUntil == null || !protectedUntil.isBefore(day));
  }

  /** Names change and are not unique: they tell only where nobody's contract is behind it. */
  private boolean isOf(Asking asking) {
    return distributor == null
        ? asking.names().contains(agent)
        : distributor.equals(asking.distributor());
  }

  /** The same in the place of what stands there now. */
  public Territory over(@Nullable Territory standing) {
    return new Territory(
        id,
        region,
        words,
        product,
        agent,
        protectedUntil,
        distributor,
        turn,
        standing == null ? null : standing.turn(),
        beside);
  }

  /** The same, of the record that took its distributor's in, in that turn. */
  public Territory of(String next, String now) {
    return new Territory(
        id, region, words, product, agent, protectedUntil, next, now, turn, beside);
  }

  /** The same, signed with these registrations of regions around or within in view. */
  public Territory beside(List<Territory> known) {
    List<String> turns =
        known.stream().map(Territory::turn).filter(Objects::nonNull).distinct().toList();
    return new Territory(
        id, region, words, product, agent, protectedUntil, distributor, turn, over, turns);
  }

  /**
   * Whether a contract comes too late: somebody else was registered and that was not known when it
   * was signed. Who registers for all of us knows what is done.
   */
  @Override
  public boolean yieldsTo(LedgerEntry standing) {
    return distributor != null
        && standing instanceof Territory other
        && other.agent() != null
        && !distributor.equals(other.distributor())
        && (id.equals(other.id()) ? !Objects.equals(over, other.turn()) : isUnknown(other));
  }

  /** Whether the other one is of a region around or within, and was not known. */
  private boolean isUnknown(Territory other) {
    String since = other.turn();
    return beside != null
        && since != null
        && !beside.contains(since)
        && product.equals(other.product())
        && touches(other.region());
  }

  /** The id of the entry of that region and product. */
  public static String id(String region, String product) {
    return region + ":" + product;
  }

  /** Ids of the ledgers that have to do with a region: its own and those of the regions around. */
  public static List<String> ledgers(String region) {
    if (!region.matches("\\d{6}")) {
      return List.of(LEDGER + region);
    }
    List<String> ids = new ArrayList<>();
    for (int level = LEVELS; level > 0; level--) {
      String around = level(region, level);
      if (!ids.contains(LEDGER + around)) {
        ids.add(LEDGER + around);
      }
    }
    return ids;
  }

  /** Whether the two regions are one, or one lies in the other. */
  public boolean touches(String other) {
    return ledgers(other).contains(LEDGER + region) || ledgers(region).contains(LEDGER + other);
  }

  private static String level(String region, int levels) {
    int digits = Math.min(2 * levels, region.length());
    return region.substring(0, digits) + "0".repeat(region.length() - digits);
  }
}
