package dev.zhaoshang.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that was asked for and is not done yet. What is looked for stands here, since the
 * customer's own record goes first; it goes with this.
 *
 * @param id of the distributor
 * @param by who asked
 * @param asked when
 * @param distributors the distributor and those that it took in; empty before it is begun
 * @param people who may have spoken of them
 * @param numbers digits that are looked for everywhere
 * @param words that are looked for in what is of those people
 * @param collection up to where everything was looked through; null before the first
 * @param after the last document there that was; null for none of it
 * @param holder the instance that is at it; empty before the first
 * @param heldUntil when another one may take over
 */
public record ErasureOrder(
    String id,
    String by,
    Instant asked,
    List<String> distributors,
    List<String> people,
    List<String> numbers,
    List<String> words,
    @Nullable String collection,
    @Nullable String after,
    String holder,
    Instant heldUntil)
    implements LedgerEntry {

  /** The ledger of all that are not done. */
  public static final String LEDGER = "erasures";

  /** So long nobody else takes over what an instance is at. */
  public static final Duration LEASE = Duration.ofMinutes(1);

  public ErasureOrder {
    distributors = List.copyOf(distributors);
    people = List.copyOf(people);
    numbers = List.copyOf(numbers);
    words = List.copyOf(words);
  }

  /** One that nobody has begun. */
  public static ErasureOrder of(String distributor, String by, Instant asked) {
    List<String> none = List.of();
    return new ErasureOrder(
        distributor, by, asked, none, none, none, none, null, null, "", Instant.EPOCH);
  }

  /** The same, knowing what to look for. */
  public ErasureOrder seeking(
      List<String> all, List<String> speakers, List<String> digits, List<String> said) {
    return new ErasureOrder(
        id, by, asked, all, speakers, digits, said, collection, after, holder, heldUntil);
  }

  /** The same, looked through up to there. */
  public ErasureOrder upTo(String where, @Nullable String last) {
    return new ErasureOrder(
        id, by, asked, distributors, people, numbers, words, where, last, holder, heldUntil);
  }

  /** The same, with an instance at it. */
  public ErasureOrder heldBy(String instance, Instant now) {
    return new ErasureOrder(
        id,
        by,
        asked,
        distributors,
        people,
        numbers,
        words,
        collection,
        after,
        instance,
        now.plus(LEASE));
  }

  /**
   * Asked for again of the same customer, it is under way; and what somebody else is at is not
   * taken from them. Those of other customers are none of its business.
   */
  @Override
  public boolean yieldsTo(LedgerEntry standing) {
    return standing instanceof ErasureOrder other
        && other.id.equals(id)
        && (holder.isEmpty()
            || (!other.holder.equals(holder) && other.heldUntil.isAfter(heldUntil.minus(LEASE))));
  }

  @Override
  public boolean isHistory() {
    return true;
  }
}
